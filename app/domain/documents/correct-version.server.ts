import { createHash, randomBytes } from "node:crypto";

import canonicalize from "canonicalize";
import { and, asc, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Correction } from "#app/domain/publication/rules.ts";
import type { CorrectableField } from "#app/domain/publication/vocabulary.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { corrections, publications } from "#db/schema/index.ts";

import { lockVersion, type VersionRow } from "./version.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

export interface CorrectVersionInput {
  partnershipId: string;
  versionId: string;
  field: CorrectableField;
  /** What it should read. */
  after: string;
  /** Why, for the public. */
  reason: string;
  /** How many corrections of it the person knew of; more are refused as stale. */
  known: number;
}

/**
 * Corrects a note that the public reads beside a published version. The signed text, its PDF and their fingerprints stay.
 * The correction is public: what it read before, the day, the office and the reason.
 * Refusals: stale, nothing-to-change, version-not-in-that-state (not published, or taken down), not-permitted.
 */
export async function correctVersion(actor: SessionActor, input: CorrectVersionInput, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "correct-version", submission, async (tx) => {
    const { partnershipId, versionId, field, after, reason, known } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    const publicationId = await findPublication(tx, version);
    if (!publicationId || version.takenDownAt) return refused("version-not-in-that-state", "Only a note of a published version that can be read is corrected.");
    if (field === "withdrawal-reason" && version.status !== "withdrawn") return refused("version-not-in-that-state", "This version was not withdrawn, so there is no reason to correct.");
    const made = (await readCorrections(tx, publicationId)).filter((correction) => correction.field === field);
    if (made.length !== known) return refused("stale");
    const before = made.at(-1)?.after ?? publishedNote(version, field) ?? "";
    if (before === after) return refused("nothing-to-change");
    const salt = randomBytes(32).toString("hex");
    const number = made.length + 1;
    await tx.db.insert(corrections).values({ publicationId, partnershipId, field, number, before, after, reason, salt, office: officeOf(tx.me, partnershipId, "edit-drafts"), correctedAt: tx.now });
    const fingerprint = createHash("sha256").update(canonicalize({ salt, before, after, reason }) ?? "").digest("hex");
    await appendToLedger(tx, { type: "version.note-corrected", partnershipId, data: { versionId, field, number, fingerprint } });
    return done({ number });
  });
}

/** The corrections of a published version, oldest first. Empty when there are none or the actor may not know. */
export async function listCorrections(actor: SessionActor, partnershipId: string, versionId: string): Promise<Correction[]> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "read-drafts", { partnershipId })) return [];
    const [publication] = await tx.db.select({ id: publications.id }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.versionId, versionId)));
    return publication ? readCorrections(tx, publication.id) : [];
  });
}

/** The change notes that were corrected, as they read now, by version number. */
export async function listCorrectedNotes(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<Record<number, string>> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "read-drafts", { partnershipId })) return {};
    const rows = await tx.db
      .select({ version: publications.number, after: corrections.after })
      .from(corrections)
      .innerJoin(publications, eq(publications.id, corrections.publicationId))
      .where(and(eq(corrections.partnershipId, partnershipId), eq(publications.kind, kind), eq(corrections.field, "change-note")))
      .orderBy(asc(corrections.number));
    return Object.fromEntries(rows.flatMap(({ version, after }) => (after === null ? [] : [[version, after]])));
  });
}

/** What a note of a version read when it was published. */
export function publishedNote(version: { changeNote: string | null; withdrawnReason: string | null }, field: CorrectableField): string | null {
  return field === "change-note" ? version.changeNote : version.withdrawnReason;
}

async function findPublication(tx: SessionTx, version: VersionRow): Promise<string | null> {
  const [found] = await tx.db
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.partnershipId, version.partnershipId), eq(publications.versionId, version.id)));
  return found?.id ?? null;
}

/** Those that were erased are left out. */
async function readCorrections(tx: SessionTx, publicationId: string): Promise<Correction[]> {
  const rows = await tx.db.select().from(corrections).where(eq(corrections.publicationId, publicationId)).orderBy(asc(corrections.correctedAt), asc(corrections.number));
  return rows.flatMap(({ field, correctedAt, office, before, after, reason }) =>
    before === null || after === null || reason === null ? [] : [{ field, at: correctedAt.toISOString(), office, before, after, reason }],
  );
}
