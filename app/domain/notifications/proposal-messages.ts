import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";

import type { MessageTopic } from "./vocabulary.ts";

/** About a proposal that several leads must agree to. */
export type ProposalMessage =
  /** To the leads who are asked. */
  | { kind: "proposal-made"; partnershipId: string; proposalId: string; role: PartnershipRole; organisation: string | null; name: string; proposedBy: string }
  /** To the leads who are asked about a change of statutory partners; `on` is an ISO date. */
  | { kind: "partner-proposed"; partnershipId: string; proposalId: string; what: string; on: string; proposedBy: string }
  /** To everybody in office, once it is agreed. */
  | { kind: "partners-changed"; partnershipId: string; proposalId: string; what: string; on: string; reason: string }
  /** To whoever proposed it, agreed or was asked, when it came to nothing. */
  | { kind: "proposal-closed"; partnershipId: string; proposalId: string; proposal: string; how: "declined" | "withdrawn" | "lapsed"; reason: string | null };

export const proposalTopics: Record<ProposalMessage["kind"], MessageTopic> = { "proposal-made": "your-agreement", "proposal-closed": "your-agreement", "partner-proposed": "your-agreement", "partners-changed": "offices" };
