import type { Terms } from "#app/domain/partnerships/directory.ts";

import type { OpenBusiness } from "./open-business.ts";
import type { ProposalKind, ProposalRule, ProposalStatus } from "./vocabulary.ts";

export interface ProposalLine {
  id: string;
  kind: ProposalKind;
  status: ProposalStatus;
  /** The post it would fill; null for a kind that appoints nobody. */
  postId: string | null;
  /** The person it would appoint, or the body that would become a partner; null where there is none. */
  name: string | null;
  /** The body it is about. */
  organisation: string | null;
  /** ISO dates. */
  proposedOn: string;
  closedOn: string | null;
  agreed: number;
  /** How many agreements it takes. */
  needed: number;
  /** Seats of the actor that have not agreed while it is open. */
  mine: string[];
}

export interface SeatAnswer {
  seatId: string;
  organisation: string;
  /** Who agreed, and on which day; null while nobody has. */
  agreed: { name: string; on: string } | null;
  /** Who leads the seat today; null is a vacancy. */
  lead: string | null;
  /** Whether the actor may agree for it now. */
  mine: boolean;
}

export interface ProposalView extends ProposalLine {
  rule: ProposalRule;
  reason: string;
  proposedBy: string;
  closedBy: string | null;
  closedReason: string | null;
  /** Of a kind that appoints: what would be. */
  appointment: { office: string; acting: boolean; startsOn: string; terms: Partial<Terms>; replaces: string | null } | null;
  /** Of a change of partners: what would be. */
  partner: { on: string; carries: string | null; mergesInto: string | null } | null;
  seats: SeatAnswer[];
  /** What passes to the next holder, while the proposal is open. */
  open: OpenBusiness | null;
  may: { decline: boolean; withdraw: boolean };
  confirmed: boolean;
}
