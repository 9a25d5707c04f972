import { z } from "zod";

import { SIGNATURE_FORMAT, type SignatureStatement } from "#app/domain/documents/signature-statement.ts";
import { type DocumentKind, isDocumentKind, partnerKinds } from "#app/domain/documents/vocabulary.ts";

import { RECORD_FORMAT, type PublicRecord } from "./record.ts";

/** The shapes that the checks rely on: bytes that do not have them fail a check instead of throwing. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.custom<DocumentKind>(isDocumentKind);

const statementSchema = z.object({
  format: z.literal(SIGNATURE_FORMAT),
  kind,
  versionId: z.string(),
  number: z.int(),
  contentSha256: sha256,
  htmlSha256: sha256,
  pdfSha256: sha256,
  partnershipId: z.string(),
  partnership: z.string(),
  seatId: z.string(),
  organisation: z.string(),
  signerId: z.string(),
  signer: z.string(),
  office: z.string(),
  acting: z.boolean(),
  appointmentId: z.string(),
  declaration: z.array(z.string()),
  strength: z.enum(["password+totp", "password-demo"]),
  signedAt: z.string(),
  nonce: z.string(),
}) satisfies z.ZodType<SignatureStatement>;

const signatureSchema = z.object({
  seatId: z.string(),
  kind: z.enum(partnerKinds),
  organisation: z.string(),
  office: z.string(),
  signer: z.string(),
  acting: z.boolean(),
  signedAt: z.string(),
  reference: z.string(),
  statementSha256: sha256,
  statement: z.string(),
});

const entrySchema = z.object({
  chain: z.string(),
  seq: z.int(),
  previous: sha256,
  at: z.string(),
  actor: z.string(),
  type: z.string(),
  payloadSha256: sha256,
  payload: z.string(),
  hash: sha256,
});

const recordSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  kind,
  partnership: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  versionId: z.string(),
  number: z.int(),
  contentSha256: sha256,
  htmlSha256: sha256,
  pdfSha256: sha256,
  signatures: z.array(signatureSchema),
  ledger: z.array(entrySchema),
}) satisfies z.ZodType<PublicRecord>;

/** The public record, or null when the bytes are not one. */
export function parseRecord(bytes: Uint8Array | undefined): PublicRecord | null {
  if (!bytes) return null;
  return recordSchema.safeParse(parseJson(Buffer.from(bytes).toString("utf8"))).data ?? null;
}

/** What somebody signed, or null when the text is not a statement. */
export function parseStatement(text: string): SignatureStatement | null {
  return statementSchema.safeParse(parseJson(text)).data ?? null;
}

/** What a ledger entry says, or null when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
