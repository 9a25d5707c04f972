/** Everything the ledger records. Payloads hold identifiers, hashes, numbers and dates: never free text, never a name. */
export type LedgerEvent =
  | { type: "partnership.onboarded"; partnershipId: string; data: { slug: string; seats: string[]; editionId: string } }
  | { type: "appointment.made"; partnershipId: string; data: { appointmentId: string; postId: string; personId: string; startsOn: string; acting: boolean } }
  | { type: "appointment.ended"; partnershipId: string; data: { appointmentId: string; endsOn: string } }
  | { type: "account.opened"; partnershipId: string; data: { personId: string } }
  | { type: "account.suspended"; partnershipId: null; data: { personId: string } }
  | { type: "account.restored"; partnershipId: null; data: { personId: string } }
  | { type: "account.link-renewed"; partnershipId: null; data: { personId: string } }
  | { type: "administrator.granted"; partnershipId: null; data: { personId: string } }
  | { type: "document.started"; partnershipId: string; data: { documentId: string; kind: string; editionId: string; sections: number } }
  | { type: "document.saved"; partnershipId: string; data: { documentId: string; revision: number } }
  | { type: "section.added" | "section.removed" | "section.restored" | "section.saved" | "section.moved"; partnershipId: string; data: { documentId: string; sectionId: string; revision: number } }
  | { type: "gap.declared" | "gap.withdrawn"; partnershipId: string; data: { documentId: string; itemId: string } }
  | { type: "detector.override-proposed" | "detector.override-confirmed"; partnershipId: string; data: { documentId: string; fingerprint: string } }
  | {
      type: "version.frozen";
      partnershipId: string;
      data: { versionId: string; kind: string; number: number; contentSha256: string; htmlSha256: string; pdfSha256: string; requiredSeats: string[]; warnings: string[] };
    }
  | { type: "version.signed"; partnershipId: string; data: { versionId: string; seatId: string; personId: string; statementSha256: string; contentSha256: string } }
  | { type: "version.declined"; partnershipId: string; data: { versionId: string; seatId: string; personId: string } }
  | { type: "version.approved" | "version.published"; partnershipId: string; data: { versionId: string; contentSha256: string } }
  | { type: "version.superseded" | "version.withdrawn" | "version.taken-down"; partnershipId: string; data: { versionId: string } }
  | { type: "version.erasure-proposed" | "version.erased"; partnershipId: string; data: { versionId: string } };

export type LedgerEventType = LedgerEvent["type"];
