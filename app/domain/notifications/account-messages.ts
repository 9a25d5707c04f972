import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";

import type { MessageTopic } from "./vocabulary.ts";

/** About one's own account, or a second factor that one must be told of. Moments are ISO moments. */
export type AccountMessage =
  /** Carries the link with which the account is set up. */
  | { kind: "invitation"; partnershipId: string; role: PartnershipRole; office: string; organisation: string | null; invitedBy: string; until: string }
  /** Carries the link with which a new password is chosen. */
  | { kind: "password-reset"; partnershipId: null; until: string }
  | { kind: "password-changed"; partnershipId: null; at: string }
  | { kind: "recovery-code-used"; partnershipId: null; at: string; left: number }
  | { kind: "recovery-codes-made"; partnershipId: null; at: string }
  | { kind: "authenticator-changed"; partnershipId: null; at: string }
  /** To the person concerned, and to the business managers and chairs of their partnerships. */
  | { kind: "factor-reset"; partnershipId: null; step: FactorResetStep; personId: string; name: string; by: string; at: string }
  /** To the person concerned; carries the link. */
  | { kind: "factor-reset-link"; partnershipId: null; until: string };

export type FactorResetStep = "asked" | "proposed" | "confirmed" | "stopped" | "completed";

export const accountTopics: Record<AccountMessage["kind"], MessageTopic> = {
  invitation: "your-account",
  "password-reset": "your-account",
  "password-changed": "your-account",
  "recovery-code-used": "your-account",
  "recovery-codes-made": "your-account",
  "authenticator-changed": "your-account",
  "factor-reset": "your-account",
  "factor-reset-link": "your-account",
};
