import type postgres from "postgres";

import { addFile } from "#app/domain/documents/file/add-file.server.ts";
import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import { findFreeze } from "#app/domain/documents/freeze-queries.server.ts";
import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";

import { submission, type TestPartnership } from "./partnership.ts";
import { signEverySeat } from "./signing.ts";

export function need<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal}: ${outcome.detail ?? ""}`);
  return outcome.value;
}

/** The draft of a document with its dates, and nothing in it yet. */
export async function addDraft(sql: postgres.Sql, partnership: TestPartnership, kind: DocumentKind): Promise<string> {
  const { documentId } = need(await startDocument(partnership.businessManager.actor, { partnershipId: partnership.id, kind }, submission()));
  await sql`update portal.documents set in_force_from = '2026-09-01', next_review_on = '2027-09-01', change_note = 'First version.' where id = ${documentId}`;
  return documentId;
}

/** Puts a PDF that may be published into a draft. Answers what it became: its bytes as they will be published. */
export async function putFile(partnership: TestPartnership, kind: DocumentKind, name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const reading = await readPdf(bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  need(await addFile(partnership.businessManager.actor, { partnershipId: partnership.id, kind, name, file: reading.file }, submission({ name })));
  return reading.file.bytes;
}

/** Freezes a draft, has every seat sign it and publishes it, by the portal's own commands. Every warning gets a reason. */
export async function publishDraft(partnership: TestPartnership, kind: DocumentKind): Promise<{ versionId: string; number: number }> {
  const { id: partnershipId, businessManager } = partnership;
  const view = await findFreeze(businessManager.actor, partnershipId, kind);
  const reasons = Object.fromEntries((view?.readiness.warnings ?? []).map(({ code }) => [code, "It may stand, for this test."]));
  const frozen = need(await freezeVersion(businessManager.actor, { partnershipId, kind, revision: view?.revision ?? 0, reasons }, submission({ kind })));
  await signEverySeat(partnership, frozen.versionId);
  need(await publishVersion(businessManager.actor, { partnershipId, versionId: frozen.versionId }, submission()));
  return frozen;
}
