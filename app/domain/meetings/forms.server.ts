import { z } from "zod";

import { londonTime } from "#app/domain/documents/schedule/london-time.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField as looked, refusePossible, revisionField } from "#app/domain/shared/guarded-words.server.ts";

import type { QuorumRule } from "./meeting-view.ts";
import { itemPurposes, type MeetingKind, meetingKinds } from "./vocabulary.ts";
import { line, markdown } from "./words.server.ts";

const time = z.object({ date: dateField("the day of the meeting"), from: z.string(), until: z.string() });

/** When it begins and ends, both on one day in London. */
function readTimes({ date, from, until }: z.output<typeof time>, context: z.RefinementCtx): { startsAt: Date; endsAt: Date } {
  const refuse = (field: "date" | "from" | "until", message: string) => {
    context.addIssue({ code: "custom", path: [field], message });
    return z.NEVER;
  };
  if (from.trim() === "") return refuse("from", "Enter when it begins, like 9:30am");
  if (until.trim() === "") return refuse("until", "Enter when it ends, like 11:30am");
  const [begins, ends] = [londonTime(date, from), londonTime(date, until)];
  if (!begins.ok) return refuse(begins.field === "date" ? "date" : "from", begins.problem);
  if (!ends.ok) return refuse(ends.field === "date" ? "date" : "until", ends.problem);
  if (ends.at <= begins.at) return refuse("until", "It must end after it begins");
  return { startsAt: begins.at, endsAt: ends.at };
}

const kind = z.enum(meetingKinds, "Choose whose meeting it is");
const groupName = z.string();
const place = line("The place", "Enter where it is, or that it is online", { min: 2, max: 300 });
const group = line("The name of the sub-group", "Enter the name of the sub-group", { min: 2, max: 120 });

/** Whose meeting it is; the name is read for a sub-group only. */
function readWhose(typed: { kind: (typeof meetingKinds)[number]; groupName: string }, context: z.RefinementCtx): Whose {
  if (typed.kind !== "sub-group") return { kind: typed.kind, groupName: null };
  const read = group.safeParse(typed.groupName);
  if (read.success) return { kind: typed.kind, groupName: read.data };
  context.addIssue({ code: "custom", path: ["groupName"], message: read.error.issues[0]?.message ?? "Check the name" });
  return z.NEVER;
}

interface Whose {
  kind: (typeof meetingKinds)[number];
  groupName: string | null;
}

export interface MeetingDetails extends Whose {
  place: string;
  looked: string[];
}

export interface NewMeeting extends MeetingDetails {
  startsAt: Date;
  endsAt: Date;
}

/** What of a meeting the detectors look through. */
export function meetingWords({ groupName: name, place: where }: Pick<MeetingDetails, "groupName" | "place">) {
  return { "The name of the sub-group": name, "The place": where };
}

const whose = z.object({ kind, groupName, place, looked });

export const planForm = whose.extend(time.shape).transform((typed, context): NewMeeting => {
  const details = { ...readWhose(typed, context), place: typed.place, looked: typed.looked };
  refusePossible(meetingWords(details), typed.looked, context);
  return { ...details, ...readTimes(typed, context) };
});

export const detailsForm = whose.extend({ revision: revisionField }).transform((typed, context): MeetingDetails & { revision: number } => {
  const details = { ...readWhose(typed, context), place: typed.place, looked: typed.looked, revision: typed.revision };
  refusePossible(meetingWords(details), typed.looked, context);
  return details;
});

const reason = (missing: string) => guardedProse("The reason", missing, { min: 3, max: 1_000 });

export const moveForm = time.extend({ reason: reason("Say why it is moved"), looked, revision: revisionField }).transform(({ date, from, until, ...typed }, context) => {
  refusePossible({ "The reason": typed.reason }, typed.looked, context);
  return { ...typed, ...readTimes({ date, from, until }, context) };
});

/** Why a meeting is cancelled, or a share is declined. */
export function reasonForm(missing: string) {
  return z.object({ reason: reason(missing), looked, revision: revisionField.default(0) }).superRefine(({ reason: why, looked: seen }, context) => refusePossible({ "The reason": why }, seen, context));
}

/** Accepts what was proposed, as it was seen. */
export const acceptForm = z.object({ revision: revisionField });

/** With which partnership a meeting is shared. */
export const shareForm = z.object({ withId: z.uuid("Choose the partnership") });

export const itemForm = z
  .object({
    title: line("The item", "Enter what the item is called", { min: 3, max: 200 }),
    purpose: z.enum(itemPurposes, "Choose what it is on the agenda for"),
    papers: markdown("The papers", 5_000),
    looked,
    revision: revisionField.default(0),
  })
  .superRefine((typed, context) => refusePossible(itemWords(typed), typed.looked, context));

/** The minutes of an item, and which texts of them the page showed. */
export const minutesForm = z
  .object({ minutes: markdown("The minutes", 20_000), beganFrom: revisionField, seen: revisionField, looked })
  .superRefine(({ minutes, looked: seen }, context) => {
    if (minutes === "") context.addIssue({ code: "custom", path: ["minutes"], message: "Write what was said and what was decided" });
    refusePossible({ "The minutes": minutes }, seen, context);
  });

/** Up to which text of the minutes the page showed them. */
export const keepForm = z.object({ seen: revisionField });

/** At which meeting minutes were approved. */
export const approvalForm = z.object({ approvedIn: z.uuid("Choose the meeting at which they were approved"), revision: revisionField });

export function itemWords({ title, papers }: { title: string; papers: string }) {
  return { "The item": title, "The papers": papers };
}

const count = (what: string, most: number) =>
  z.string().transform((typed, context) => {
    const text = typed.trim();
    if (text === "") return 0;
    if (/^\d{1,3}$/.test(text) && Number(text) <= most) return Number(text);
    context.addIssue({ code: "custom", message: `${what} must be a whole number from 0 to ${String(most)}` });
    return z.NEVER;
  });

/** A partnership's rule for meetings of one kind; ticked boxes arrive as "yes". */
export function quorumForm(of: MeetingKind) {
  return z.object({
    startsOn: dateField("the day from which the rule holds"),
    eachKind: z.string().optional(),
    seatsLeast: count("The number of statutory partners", 20),
    allLeast: count("The number in all", 50),
    education: z.string().optional(),
    deputiesCount: z.enum(["yes", "no"], "Say whether a deputy counts"),
    revision: revisionField,
  })
  .transform(({ eachKind, education, deputiesCount, ...typed }, context): NewQuorumRule => {
    const rule = { kind: of, ...typed, eachKind: eachKind === "yes", education: education === "yes", deputiesCount: deputiesCount === "yes" };
    if (!rule.eachKind && !rule.education && rule.seatsLeast === 0 && rule.allLeast === 0) context.addIssue({ code: "custom", path: ["eachKind"], message: "Say who must be there: choose one of these, or enter a number" });
    return rule;
  });
}

export type NewQuorumRule = Omit<QuorumRule, "revision"> & { revision: number };
