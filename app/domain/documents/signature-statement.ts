import type { DocumentKind } from "./vocabulary.ts";

export const SIGNATURE_FORMAT = "safeguarding-partnership/signature/v1";

/**
 * What one lead safeguarding partner says by signing. Its canonical JSON is stored as a payload; its SHA-256 stands in
 * the signature, in the ledger and on the public record. Times are RFC 3339 UTC.
 */
export interface SignatureStatement {
  format: typeof SIGNATURE_FORMAT;
  kind: DocumentKind;
  versionId: string;
  number: number;
  contentSha256: string;
  htmlSha256: string;
  pdfSha256: string;
  partnershipId: string;
  partnership: string;
  seatId: string;
  organisation: string;
  signerId: string;
  signer: string;
  office: string;
  acting: boolean;
  appointmentId: string;
  /** Word for word what was on the screen. */
  declaration: string[];
  strength: "password+totp" | "password-demo";
  signedAt: string;
  nonce: string;
}
