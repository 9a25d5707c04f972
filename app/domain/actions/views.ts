import type { OriginKind } from "./origins.ts";
import type { ActionEntryKind, ActionState } from "./vocabulary.ts";

/** An action as lists show it. Days are ISO dates. */
export interface ActionRow {
  id: string;
  origin: OriginKind;
  /** Of what it comes from, and what that is called: "Governance, Section 175 return 2026 to 2027". */
  originId: string | null;
  originTitle: string | null;
  /** What its address has. */
  originAt: string | null;
  what: string;
  /** By post, never by name. */
  owner: string;
  ownerPostId: string | null;
  membershipId: string | null;
  /** The agency whose it is, if it is one's. */
  agency: string | null;
  originalDueOn: string;
  dueOn: string;
  state: ActionState;
  closedOn: string | null;
  revision: number;
}

export interface ActionEntry {
  number: number;
  kind: ActionEntryKind;
  text: string | null;
  dueBefore: string | null;
  dueAfter: string | null;
  ownerBefore: string | null;
  ownerAfter: string | null;
  /** ISO moment. */
  saidAt: string;
  office: string;
  onBehalf: boolean;
}

/** How the reader may work on an action: as its owner, for an owner who cannot, or not at all. `blocked`: its agency answers for itself. */
export type ActionStanding = "own" | "on-behalf" | "blocked" | "none";

/** What the reader may do with an action. */
export interface ActionMeans {
  work: boolean;
  close: boolean;
  change: boolean;
}

export interface ActionInFull extends ActionRow {
  today: string;
  story: ActionEntry[];
  standing: ActionStanding;
  /** Whether it is the reader's own, or the reader proposed it as done: then somebody else closes it. */
  involved: boolean;
  /** More of what it comes from: the standard of a self-assessment. */
  originDetail: string | null;
  may: ActionMeans;
}

/** Whose an action can be. */
export interface OwnerChoices {
  today: string;
  /** The offices of the partnership: "Director of Children’s Services, Northmoor Council". */
  posts: readonly { id: string; name: string }[];
  /** The agencies of the register that are not withdrawn. */
  agencies: readonly { id: string; name: string }[];
}
