import type { PartnershipRole, Permission, Role } from "./vocabulary.ts";

/** Which role may do what: the permission table of docs/permissions.md as data. */
export const permissionTable: Record<Permission, readonly Role[]> = {
  "read-tasks": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
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
  "read-funding": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "edit-funding": ["business-manager"],
  "edit-own-funding": ["dsp", "agency-contact", "education-representative"],
  "read-agencies": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "edit-agencies": ["dsp", "chair", "business-manager"],
  "name-agencies": ["dsp", "chair", "business-manager"],
  "tell-agencies": ["dsp", "chair", "business-manager"],
  "read-information-requests": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "record-information-requests": ["dsp", "chair", "business-manager"],
  "answer-information-requests": ["dsp", "chair", "business-manager", "agency-contact", "education-representative"],
  "read-meetings": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "record-meetings": ["dsp", "chair", "business-manager"],
  "record-voice": ["dsp", "chair", "business-manager"],
  "read-decisions": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "record-decisions": ["dsp", "chair", "business-manager"],
  "answer-decisions": ["lsp"],
  "note-decisions": ["lsp"],
  "read-escalations": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "record-escalations": ["lsp", "dsp", "chair", "business-manager"],
  "set-escalation-clocks": ["lsp", "chair", "business-manager"],
  "read-risks": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "record-risks": ["dsp", "chair", "business-manager"],
  "review-risks": ["lsp", "dsp", "chair", "business-manager"],
  "edit-own-agency": ["agency-contact", "education-representative"],
  "read-priorities": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "edit-priorities": ["dsp", "chair", "business-manager"],
  "agree-priorities": ["lsp", "chair"],
  "publish-priorities": ["dsp", "chair", "business-manager"],
  "conclude-priorities": ["dsp", "chair"],
  "read-assessments": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "oversee-assessments": ["lsp", "dsp", "chair", "business-manager", "scrutineer"],
  "issue-assessments": ["dsp", "chair", "business-manager"],
  "answer-assessments": ["business-manager", "agency-contact", "education-representative"],
  "challenge-assessments": ["dsp", "chair", "scrutineer"],
  "read-actions": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "record-actions": ["dsp", "chair", "business-manager"],
  "work-on-actions": ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"],
  "close-actions": ["dsp", "chair", "scrutineer"],
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

/** Permissions that hold for one's own seat, or one's own post, only. */
const ownOnly: ReadonlySet<Permission> = new Set(["sign", "appoint-delegate", "delegate", "agree", "answer-decisions", "note-decisions", "edit-own-funding", "edit-own-agency"]);

/** What the rules need to know of a person: shaped like the signed-in person of a transaction. */
export interface Person {
  administrator: boolean;
  holds: readonly { partnershipId: string; role: PartnershipRole; seatId: string | null; postId?: string }[];
}

/** What is acted on: a partnership (null: the installation) and, where it matters, whose it is: a seat's, or a post's. */
export interface Subject {
  partnershipId: string | null;
  seatId?: string | null;
  postId?: string | null;
}

/**
 * Whether this person may do this to that. The page asks in order to show, the command in order to refuse.
 * A permission for one's own, asked without a seat or a post, answers for any of the partnership.
 */
export function can(person: Person, permission: Permission, subject: Subject): boolean {
  const roles = permissionTable[permission];
  if (person.administrator && roles.includes("administrator")) return true;
  return person.holds.some(
    (held) =>
      held.partnershipId === subject.partnershipId &&
      roles.includes(held.role) &&
      (!ownOnly.has(permission) || isOwn(held, subject)),
  );
}

function isOwn(held: Person["holds"][number], { seatId, postId }: Subject): boolean {
  if (seatId === undefined && postId === undefined) return true;
  return (typeof seatId === "string" && held.seatId === seatId) || (typeof postId === "string" && held.postId === postId);
}

/** Whether the person belongs to the partnership at all. */
export function isMember(person: Person, partnershipId: string): boolean {
  return person.holds.some((held) => held.partnershipId === partnershipId);
}
