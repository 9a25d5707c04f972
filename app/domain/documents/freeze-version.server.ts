import { randomBytes, randomUUID } from "node:crypto";

import { and, eq, inArray, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { detectorOverrides, documents, payloads, versions, versionSeats } from "#db/schema/index.ts";

import { checkReadiness, type CompiledVersion } from "./check-readiness.server.ts";
import type { Draft } from "./draft.ts";
import { findDraft } from "./draft.server.ts";
import { unexplained } from "./readiness.ts";
import { tellUnscheduled } from "./schedule/schedule-messages.server.ts";
import { endSchedule, lockOpenSchedule } from "./schedule/schedule.server.ts";
import { tellFrozen, tellSuperseded } from "./version-messages.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

export interface FreezeInput {
  partnershipId: string;
  kind: DocumentKind;
  /** The draft's revision the person looked at; a later one is refused as stale. */
  revision: number;
  /** A typed reason for each warning, by its code. */
  reasons: Record<string, string>;
}

/**
 * Freezes the draft into the next version: canonical bytes, HTML and PDF with their hashes, and the seats that must sign.
 * A version still awaiting signatures (or approved, or scheduled, and unpublished) is superseded; its signatures stand on it.
 * Without a review that found this revision ready, by somebody other than its last author, a reason is needed.
 * Refusals: not-ready (detail says what), stale, seats-changed, not-permitted.
 */
export async function freezeVersion(actor: SessionActor, input: FreezeInput, submission: Submission): Promise<Outcome<{ versionId: string; number: number }>> {
  return change(actor, "freeze-version", submission, async (tx) => {
    const forbidden = forbid(tx.me, "freeze", { partnershipId: input.partnershipId });
    if (forbidden) return forbidden;
    const locked = await tx.db
      .select({ revision: documents.revision })
      .from(documents)
      .where(and(eq(documents.partnershipId, input.partnershipId), eq(documents.kind, input.kind)))
      .for("update");
    const draft = locked[0] && (await findDraft(tx, input.partnershipId, input.kind));
    if (!draft) return refused("not-found");
    if (draft.document.revision !== input.revision) return refused("stale");

    const number = (draft.latestVersion?.number ?? 0) + 1;
    const facts = { number, frozenAt: `${tx.now.toISOString().slice(0, 19)}Z`, salt: randomBytes(32).toString("hex") };
    const checked = await checkReadiness(draft, facts, await listOverrides(tx, draft.document.id));
    const missing = unexplained(checked, input.reasons);
    if (!checked.compiled || checked.errors.length > 0) return refused("not-ready", checked.errors[0]?.text);
    if (missing.length > 0) return refused("not-ready", missing[0]?.text);

    await supersedeUnpublished(tx, draft, number);
    const versionId = await insertVersion(tx, draft, number, checked.compiled, warningsWithReasons(checked.warnings, input.reasons));
    const { id: partnershipId, seats } = draft.directory;
    await tellFrozen(tx, { id: versionId, partnershipId, number, kind: input.kind }, seats.map((seat) => seat.id));
    return done({ versionId, number });
  });
}

/** Fingerprints of identifiers that two people have let through for this document. */
export async function listOverrides(tx: SessionTx, documentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.db.select().from(detectorOverrides).where(eq(detectorOverrides.documentId, documentId));
  return new Set(rows.filter((row) => row.confirmedBy !== null).map((row) => row.fingerprint));
}

function warningsWithReasons(warnings: { code: string; text: string }[], reasons: Record<string, string>) {
  return warnings.map(({ code, text }) => ({ code, text, reason: (reasons[code] ?? "").trim() }));
}

async function supersedeUnpublished(tx: SessionTx, draft: Draft, replacedBy: number): Promise<void> {
  const superseded = await tx.db
    .update(versions)
    .set({ status: "superseded", closedAt: tx.now })
    .where(and(eq(versions.documentId, draft.document.id), inArray(versions.status, ["awaiting", "approved", "scheduled"])))
    .returning({ id: versions.id, number: versions.number });
  for (const { id, number } of superseded) {
    await appendToLedger(tx, { type: "version.superseded", partnershipId: draft.directory.id, data: { versionId: id } });
    const version = { id, number, partnershipId: draft.directory.id, kind: draft.document.kind };
    const schedule = await lockOpenSchedule(tx, version);
    if (schedule) {
      await endSchedule(tx, schedule, "superseded");
      await tellUnscheduled(tx, version, schedule, replacedBy);
    }
    await tellSuperseded(tx, version, replacedBy);
  }
}

async function insertVersion(
  tx: SessionTx,
  draft: Draft,
  number: number,
  compiled: CompiledVersion,
  warnings: { code: string; text: string; reason: string }[],
): Promise<string> {
  const partnershipId = draft.directory.id;
  const { contentSha256, htmlSha256, pdfSha256 } = compiled;
  await tx.db.insert(payloads).values([
    { partnershipId, sha256: contentSha256, mediaType: "application/json", body: compiled.canonical },
    { partnershipId, sha256: htmlSha256, mediaType: "text/html", body: compiled.html },
    { partnershipId, sha256: pdfSha256, mediaType: "application/pdf", body: compiled.pdf },
  ]).onConflictDoNothing();
  await keepFile(tx, draft);
  const requiredSeats = draft.directory.seats.map((seat) => seat.id);
  const { document } = draft;
  const versionId = randomUUID();
  const { seq } = await appendToLedger(tx, {
    type: "version.frozen",
    partnershipId,
    data: { versionId, kind: document.kind, number, contentSha256, htmlSha256, pdfSha256, requiredSeats, warnings: warnings.map((warning) => warning.code), reviewId: draft.review.reviewId },
  });
  await tx.db.insert(versions).values({
    id: versionId,
    partnershipId,
    documentId: document.id,
    kind: document.kind,
    number,
    title: document.title,
    editionId: draft.edition.id,
    inForceFrom: document.inForceFrom,
    nextReviewOn: document.nextReviewOn,
    changeNote: document.changeNote,
    warnings,
    requiredSeats,
    contentSha256,
    htmlSha256,
    pdfSha256,
    file: compiled.content.file ?? null,
    fileSha256: compiled.content.file?.sha256 ?? null,
    frozenAt: tx.now,
    frozenBy: tx.me.personId,
    frozenSeq: seq,
    reviewId: draft.review.reviewId,
  });
  await tx.db.insert(versionSeats).values(
    draft.directory.seats.map((seat, position) => ({
      versionId,
      partnershipId,
      seatId: seat.id,
      kind: seat.kind,
      position,
      organisation: seat.organisation,
      office: seat.lead.office,
    })),
  );
  return versionId;
}

/** The draft's file becomes bytes that a version refers to; the same file in a later version is stored once. */
async function keepFile(tx: SessionTx, draft: Draft): Promise<void> {
  if (!draft.file) return;
  await tx.db.execute(sql`
    insert into portal.payloads (partnership_id, sha256, media_type, body)
    select f.partnership_id, f.sha256, 'application/pdf', f.body from portal.draft_files f where f.document_id = ${draft.document.id}
    on conflict do nothing`);
}
