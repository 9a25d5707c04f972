import { can, type Person } from "#app/domain/access/rules.ts";

import type { VersionView } from "./version-view.ts";

/** Something a person may do with a version now. `page` is its address under the version's. */
export interface VersionAction {
  page: string;
  text: string;
  /** The act that moves the version on. */
  main: boolean;
}

type Facts = Pick<VersionView, "number" | "status" | "publishedAt" | "seats" | "takedown">;

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
    ...mine.map((seat) => ({ page: `decline/${seat.seatId}`, text: `Decline for ${seat.organisation}, or ask for changes`, main: false })),
    version.status === "published" && !takedown && may("withdraw") && { page: "withdraw", text: `Withdraw version ${number}`, main: false },
    version.publishedAt !== null && !takedown && may("edit-drafts") && { page: "correct/change-note", text: "Correct the note on what changed", main: false },
    version.status === "withdrawn" && !takedown && may("edit-drafts") && { page: "correct/withdrawal-reason", text: "Correct the reason for withdrawing it", main: false },
    version.publishedAt !== null && !takedown && may("take-down") && { page: "take-down", text: "Take down for safety, because somebody could be identified", main: false },
    takedown !== null && !takedown.erasedAt && may("erase") && erasure(person.personId, takedown.erasureProposedBy?.personId ?? null),
  ];
  return actions.filter((action): action is VersionAction => action !== false);
}

function erasure(me: string, proposedBy: string | null): VersionAction | false {
  if (proposedBy === null) return { page: "erase", text: "Propose to erase the words of this version", main: false };
  return proposedBy === me ? false : { page: "erase", text: "Decide whether to erase the words of this version", main: true };
}
