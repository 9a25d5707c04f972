import { can, type Person } from "#app/domain/access/rules.ts";

import type { ScheduleView } from "./schedule/rules.ts";
import type { VersionView } from "./version-view.ts";
import { documentWords } from "./vocabulary.ts";

/** Something a person may do with a version now. `page` is its address under the version's. */
export interface VersionAction {
  page: string;
  text: string;
  /** The act that moves the version on. */
  main: boolean;
}

type Facts = Pick<VersionView, "kind" | "number" | "status" | "publishedAt" | "seats" | "takedown" | "toldGovernment"> & { schedule?: Pick<ScheduleView, "overdue"> | null };

/**
 * What this person may do with this version now, the act that moves it on first. The commands check the same again.
 * Each of several seats of one person signs for itself.
 */
export function versionActions(person: Person & { personId: string }, partnershipId: string, version: Facts): VersionAction[] {
  const may = (permission: Parameters<typeof can>[1]) => can(person, permission, { partnershipId });
  const mine = version.status === "awaiting" ? version.seats.filter((seat) => !seat.signature && can(person, "sign", { partnershipId, seatId: seat.seatId })) : [];
  const { takedown } = version;
  const number = String(version.number);
  const actions: (VersionAction | false)[] = [
    ...mine.map((seat) => ({ page: `sign/${seat.seatId}`, text: `Sign for ${seat.organisation}`, main: true })),
    version.status === "approved" && may("publish") && { page: "publish", text: `Publish version ${number}`, main: true },
    ...scheduling(version, may("publish")),
    telling(version, may("publish")),
    ...mine.map((seat) => ({ page: `decline/${seat.seatId}`, text: `Decline for ${seat.organisation}, or ask for changes`, main: false })),
    version.status === "published" && !takedown && may("withdraw") && { page: "withdraw", text: `Withdraw version ${number}`, main: false },
    version.publishedAt !== null && !takedown && may("edit-drafts") && { page: "correct/change-note", text: "Correct the note on what changed", main: false },
    version.status === "withdrawn" && !takedown && may("edit-drafts") && { page: "correct/withdrawal-reason", text: "Correct the reason for withdrawing it", main: false },
    version.publishedAt !== null && !takedown && may("take-down") && { page: "take-down", text: "Take down for safety, because somebody could be identified", main: false },
    takedown !== null && !takedown.erasedAt && may("erase") && erasure(person.personId, takedown.erasureProposedBy?.personId ?? null),
  ];
  return actions.filter((action): action is VersionAction => action !== false);
}

/** A set time for what is approved; another one, or none, for what is scheduled. Publishing now is what is left when it was missed. */
function scheduling({ status, number, schedule }: Facts, may: boolean): VersionAction[] {
  if (!may) return [];
  if (status === "approved") return [{ page: "schedule", text: "Publish it later, at a set time", main: false }];
  if (status !== "scheduled") return [];
  return [
    { page: "publish", text: `Publish version ${String(number)} now`, main: schedule?.overdue === true },
    { page: "schedule", text: "Move it to another time", main: false },
    { page: "unschedule", text: "Take it off the schedule", main: false },
  ];
}

/** The act that is left to do once the arrangements are published; later, putting its date right. */
function telling({ kind, status, publishedAt, toldGovernment }: Facts, may: boolean): VersionAction | false {
  if (!documentWords(kind).tellsGovernment || publishedAt === null || !may) return false;
  if (toldGovernment) return { page: "notify", text: "Correct when the Secretary of State was told", main: false };
  return { page: "notify", text: "Record that the Secretary of State was told", main: status === "published" };
}

function erasure(me: string, proposedBy: string | null): VersionAction | false {
  if (proposedBy === null) return { page: "erase", text: "Propose to erase the words of this version", main: false };
  return proposedBy === me ? false : { page: "erase", text: "Decide whether to erase the words of this version", main: true };
}
