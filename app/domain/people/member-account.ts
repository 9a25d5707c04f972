import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";

/** How the account of somebody with an appointment stands. Dates are ISO dates, moments ISO moments. */
export interface MemberAccount {
  appointmentId: string;
  personId: string;
  /** Null when it is withheld and the reader is an administrator from outside. */
  name: string | null;
  email: string;
  role: PartnershipRole;
  office: string;
  organisation: string | null;
  startsOn: string;
  setUp: boolean;
  secondFactor: boolean;
  suspended: boolean;
  /** The newest invitation: how it stands, when it was sent, by whom, and until when it is good. */
  invitation: "none" | "open" | "expired" | "withdrawn" | "replaced" | "accepted" | "void";
  invitedAt: string | null;
  invitedBy: string | null;
  expiresAt: string | null;
}
