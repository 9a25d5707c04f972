import type { PartnershipRole, Permission, Role } from "./vocabulary.ts";

/** Which role may do what: the permission table of docs/permissions.md as data. */
export const permissionTable: Record<Permission, readonly Role[]> = {
  "read-drafts": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "edit-drafts": ["dsp", "chair", "business-manager"],
  comment: ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "review-draft": ["dsp", "chair"],
  freeze: ["dsp", "chair", "business-manager"],
  sign: ["lsp"],
  publish: ["lsp", "chair", "business-manager"],
  withdraw: ["lsp", "chair"],
  "take-down": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "administrator"],
  erase: ["lsp", "dsp", "chair", "business-manager", "scrutineer", "administrator"],
  "override-detector": ["dsp", "chair", "business-manager"],
  "read-people": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative", "administrator"],
  "appoint-delegate": ["lsp"],
  delegate: ["lsp"],
  "propose-appointment": ["lsp", "business-manager"],
  "propose-partner": ["lsp", "business-manager"],
  agree: ["lsp"],
  "read-proposals": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "appoint-business-manager": ["lsp"],
  "appoint-representative": ["lsp", "chair", "business-manager"],
  "record-terms": ["lsp", "scrutineer"],
  "record-contacts": ["dsp", "chair", "business-manager"],
  "appoint-first-holder": ["administrator"],
  "end-appointment": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "adopt-edition": ["dsp", "chair", "business-manager"],
  "load-edition": ["administrator"],
  "load-bodies": ["administrator"],
  "read-activity": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "invite-people": ["lsp", "chair", "business-manager", "administrator"],
  "propose-factor-reset": ["business-manager", "administrator"],
  "confirm-factor-reset": ["chair", "business-manager", "administrator"],
  "create-partnership": ["administrator"],
  "manage-accounts": ["administrator"],
};

/** Permissions that hold for one's own seat only. */
const ownSeatOnly: ReadonlySet<Permission> = new Set(["sign", "appoint-delegate", "delegate", "agree"]);

/** What the rules need to know of a person: shaped like the signed-in person of a transaction. */
export interface Person {
  administrator: boolean;
  holds: readonly { partnershipId: string; role: PartnershipRole; seatId: string | null }[];
}

/** What is acted on: a partnership (null: the installation) and, where it matters, a seat. */
export interface Subject {
  partnershipId: string | null;
  seatId?: string;
}

/**
 * Whether this person may do this to that. The page asks in order to show, the command in order to refuse.
 * A seat-bound permission asked without a seat answers for any seat of the partnership.
 */
export function can(person: Person, permission: Permission, subject: Subject): boolean {
  const roles = permissionTable[permission];
  if (person.administrator && roles.includes("administrator")) return true;
  return person.holds.some(
    (held) =>
      held.partnershipId === subject.partnershipId &&
      roles.includes(held.role) &&
      (!ownSeatOnly.has(permission) || subject.seatId === undefined || held.seatId === subject.seatId),
  );
}

/** Whether the person belongs to the partnership at all. */
export function isMember(person: Person, partnershipId: string): boolean {
  return person.holds.some((held) => held.partnershipId === partnershipId);
}
