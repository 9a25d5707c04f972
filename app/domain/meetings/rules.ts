import { countOf } from "#app/domain/documents/version-state.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

import type { AttendanceView, ItemMinutes, MeetingView, MinutesText, QuorumRule } from "./meeting-view.ts";
import { type MeetingKind, type SeatKind, seatKindWords } from "./vocabulary.ts";

type Named = Pick<MeetingView, "kind" | "groupName">;

/** What a meeting is called: "Meeting of the lead safeguarding partners", "Quality assurance group". */
export function meetingTitle({ kind, groupName }: Named): string {
  if (kind === "sub-group") return groupName ?? "Sub-group";
  return kind === "leads" ? "Meeting of the lead safeguarding partners" : "Meeting of the delegated safeguarding partners";
}

/** With its day: "Quality assurance group, 3 March 2026". */
export function datedTitle(meeting: Named & Pick<MeetingView, "startsAt">): string {
  return `${meetingTitle(meeting)}, ${showDate(meeting.startsAt)}`;
}

export type MeetingAct = "attendance" | "minutes" | "approve" | "agenda" | "change" | "move" | "share" | "cancel";

/** What its host can do to a meeting now, the likeliest first. */
export function actsOn({ state, startsAt }: Pick<MeetingView, "state" | "startsAt">, now: string): MeetingAct[] {
  if (state === "cancelled" || state === "approved") return [];
  if (state === "held") return ["attendance", "minutes", "approve", "agenda", "change"];
  const begun = startsAt <= now;
  return [...(begun ? (["attendance", "minutes"] as const) : []), "agenda", "change", "move", "share", "cancel"];
}

type Came = Pick<AttendanceView, "seatKind" | "seatId" | "postId" | "status">;

/** Whether this counts as being there. */
function counts({ status }: Came, { deputiesCount }: QuorumRule): boolean {
  return status === "present" || (status === "deputy" && deputiesCount);
}

/**
 * Whether there was a quorum by a partnership's own rule, and what was missing. A kind of statutory partner that has no
 * seat on the list was not there. Null without a rule or without a list.
 */
export function quorumOf(rule: QuorumRule | null, attendance: readonly Came[]): { quorate: boolean | null; missing: string[] } {
  if (rule === null || attendance.length === 0) return { quorate: null, missing: [] };
  const there = attendance.filter((each) => counts(each, rule));
  const seats = there.filter((each) => each.seatId !== null);
  const kinds: SeatKind[] = rule.eachKind ? ["local-authority", "icb", "police"] : [];
  const missing = kinds.filter((kind) => !seats.some((each) => each.seatKind === kind)).map((kind) => `nobody for ${seatKindWords[kind]}`);
  if (seats.length < rule.seatsLeast) missing.push(`${countOf(rule.seatsLeast, "statutory partner")} needed, ${String(seats.length)} there`);
  if (there.length < rule.allLeast) missing.push(`${String(rule.allLeast)} needed in all, ${String(there.length)} there`);
  if (rule.education && !there.some((each) => each.postId !== null)) missing.push("nobody for education");
  return { quorate: missing.length === 0, missing };
}

/** A rule as a sentence. */
export function quorumWords({ eachKind, seatsLeast, allLeast, education, deputiesCount }: Omit<QuorumRule, "kind" | "revision" | "startsOn">): string {
  const parts = [
    eachKind && "at least one of each of the three kinds of statutory partner",
    seatsLeast > 0 && `at least ${countOf(seatsLeast, "statutory partner")}`,
    allLeast > 0 && `at least ${String(allLeast)} in all`,
    education && "somebody for education",
  ].filter((part) => part !== false);
  return `${capitalised(new Intl.ListFormat("en-GB").format(parts))}. ${deputiesCount ? "A deputy counts." : "A deputy does not count."}`;
}

/** The rule that was in force on a day: the latest that had begun, and of that day the last. */
export function ruleOn(rules: readonly QuorumRule[], kind: MeetingKind, day: string): QuorumRule | null {
  const begun = rules.filter((rule) => rule.kind === kind && rule.startsOn <= day);
  return begun.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.revision - b.revision).at(-1) ?? null;
}

/** A text as the rules look at it, in the order of their numbers. */
type Text = Pick<MinutesText, "number"> & { stands: boolean; seen: number };

/** The text in the minutes, and what is kept beside it: begun from an older one, and not yet in sight of whoever wrote one that stands. */
export function sortTexts<T extends Text>(texts: readonly T[]): { standing: T | null; beside: T[] } {
  const stood = texts.filter((text) => text.stands);
  const seen = Math.max(0, ...stood.map((text) => text.seen));
  return { standing: stood.at(-1) ?? null, beside: texts.filter((text) => !text.stands && text.number > seen) };
}

/** Why minutes cannot be approved yet, or null: an item has no text, or two. An agenda without an item has nothing to approve. */
export function minutesProblem(items: readonly { title: string; minutes: Pick<ItemMinutes, "standing" | "beside"> }[]): { refusal: "minutes-incomplete" | "minutes-two-texts"; items: string[] } | null {
  const silent = items.filter(({ minutes }) => minutes.standing === null).map(({ title }) => title);
  if (silent.length > 0 || items.length === 0) return { refusal: "minutes-incomplete", items: silent };
  const twice = items.filter(({ minutes }) => minutes.beside.length > 0).map(({ title }) => title);
  return twice.length > 0 ? { refusal: "minutes-two-texts", items: twice } : null;
}
