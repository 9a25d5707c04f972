import { and, asc, desc, eq, isNotNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { declines, governmentNotifications, guidanceEditions, payloads, people, reviews, signatures, takedowns, versions, versionSeats } from "#db/schema/index.ts";

import { isLate } from "./schedule/rules.ts";
import { findLastSchedule } from "./schedule/schedule.server.ts";
import type { SignatureStatement } from "./signature-statement.ts";
import { parseCanonical } from "./text/canonical.server.ts";
import type { SignedContent } from "./text/content.ts";
import { countWords } from "./text/word-count.ts";
import { comparisonBase, type DeclineView, type SignatureView, successorOf, type TakedownView, type VersionSeatView, type VersionSummary, type VersionView } from "./version-view.ts";
import type { VersionRow } from "./version.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

/** The versions of a partnership's document, newest first. Empty when there are none or the actor may not know. */
export async function listVersions(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<VersionSummary[]> {
  return as(actor, (tx) => readSummaries(tx, partnershipId, kind));
}

/** The same inside a transaction that is already open. */
export async function readSummaries(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<VersionSummary[]> {
  if (forbid(tx.me, "read-drafts", { partnershipId })) return [];
  const rows = await tx.db
    .select()
    .from(versions)
    .where(and(eq(versions.partnershipId, partnershipId), eq(versions.kind, kind)))
    .orderBy(desc(versions.number));
  const signed = await tx.db.select({ versionId: signatures.versionId }).from(signatures).where(eq(signatures.partnershipId, partnershipId));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    frozenAt: row.frozenAt,
    approvedAt: row.approvedAt,
    publishedAt: row.publishedAt,
    closedAt: row.closedAt,
    takenDownAt: row.takenDownAt,
    changeNote: row.changeNote,
    contentSha256: row.contentSha256,
    required: row.requiredSeats.length,
    signed: signed.filter((signature) => signature.versionId === row.id).length,
  }));
}

/** One version with its seats and what happened to it, or null when there is none for the actor. */
export async function findVersion(actor: SessionActor, partnershipId: string, kind: DocumentKind, number: number): Promise<VersionView | null> {
  return as(actor, async (tx) => {
    const summaries = await readSummaries(tx, partnershipId, kind);
    const summary = summaries.find((each) => each.number === number);
    const [row] = summary ? await tx.db.select().from(versions).where(eq(versions.id, summary.id)) : [];
    if (!summary || !row) return null;
    const [edition] = await tx.db.select({ title: guidanceEditions.title }).from(guidanceEditions).where(eq(guidanceEditions.id, row.editionId));
    const names = await readNames(tx);
    const read = await listReadByMe(tx, partnershipId);
    return {
      ...summary,
      kind: row.kind,
      edition: edition?.title ?? row.editionId,
      inForceFrom: row.inForceFrom,
      nextReviewOn: row.nextReviewOn,
      warnings: row.warnings,
      review: await readReview(tx, row.reviewId, names),
      htmlSha256: row.htmlSha256,
      file: row.file,
      pdfSha256: row.pdfSha256,
      frozenBy: row.frozenBy && names(row.frozenBy),
      publishedBy: row.publishedBy && names(row.publishedBy),
      withdrawnReason: row.withdrawnReason,
      ...(await readSchedule(tx, row, names)),
      seats: await readSeats(tx, partnershipId, row.id),
      decline: await readDecline(tx, row.id, names),
      toldGovernment: await readToldGovernment(tx, row.id, names),
      takedown: await readTakedown(tx, row.id, names),
      supersededBy: successorOf(summary, summaries),
      publishedNumber: summaries.find((each) => each.status === "published")?.number ?? null,
      comparedWith: comparisonBase(number, summaries.map((each) => ({ number: each.number, takenDown: each.takenDownAt !== null, published: each.publishedAt !== null, readByMe: read.has(each.id) }))),
    };
  });
}

/** A version as whoever may take it down sees it, an administrator too: no content. */
export interface RemovableVersion {
  id: string;
  number: number;
  publishedAt: Date | null;
  takedown: TakedownView | null;
}

/** The version to take down or erase, or null when there is none for the actor. An administrator sees published ones only. */
export async function findRemovableVersion(actor: SessionActor, partnershipId: string, kind: DocumentKind, number: number): Promise<RemovableVersion | null> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "take-down", { partnershipId })) return null;
    const [version] = await tx.db
      .select({ id: versions.id, number: versions.number, publishedAt: versions.publishedAt })
      .from(versions)
      .where(and(eq(versions.partnershipId, partnershipId), eq(versions.kind, kind), eq(versions.number, number)));
    return version ? { ...version, takedown: await readTakedown(tx, version.id, await readNames(tx)) } : null;
  });
}

/** Published versions that may be taken down, newest first: what an administrator may know of them. */
export async function listRemovableVersions(actor: SessionActor, partnershipId: string): Promise<{ kind: DocumentKind; number: number; takenDown: boolean }[]> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "take-down", { partnershipId })) return [];
    const rows = await tx.db
      .select({ kind: versions.kind, number: versions.number, takenDownAt: versions.takenDownAt })
      .from(versions)
      .where(and(eq(versions.partnershipId, partnershipId), isNotNull(versions.publishedAt)))
      .orderBy(versions.kind, desc(versions.number));
    return rows.map(({ kind, number, takenDownAt }) => ({ kind, number, takenDown: takenDownAt !== null }));
  });
}

/** A version's stored bytes, exactly as frozen. `body` is null when they were erased. */
export interface VersionBytes {
  sha256: string;
  body: Uint8Array | null;
  takenDown: { reason: string; at: Date } | null;
}

/** The stored HTML, PDF or canonical content of a version, or null when there is no such version for the actor. */
export async function findVersionBytes(actor: SessionActor, partnershipId: string, kind: DocumentKind, number: number, format: "content" | "html" | "pdf"): Promise<VersionBytes | null> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "read-drafts", { partnershipId })) return null;
    const [version] = await tx.db
      .select()
      .from(versions)
      .where(and(eq(versions.partnershipId, partnershipId), eq(versions.kind, kind), eq(versions.number, number)));
    if (!version) return null;
    const sha256 = { content: version.contentSha256, html: version.htmlSha256, pdf: version.pdfSha256 }[format];
    const [payload] = await tx.db.select({ body: payloads.body }).from(payloads).where(and(eq(payloads.partnershipId, partnershipId), eq(payloads.sha256, sha256)));
    const [takedown] = await tx.db.select().from(takedowns).where(eq(takedowns.versionId, version.id));
    return { sha256, body: payload?.body ?? null, takenDown: takedown ? { reason: takedown.reason, at: takedown.takenDownAt } : null };
  });
}

/** The frozen content of a version that stands, read from its canonical bytes; null when absent, taken down or erased. */
export async function findVersionContent(actor: SessionActor, partnershipId: string, kind: DocumentKind, number: number): Promise<SignedContent | null> {
  const bytes = await findVersionBytes(actor, partnershipId, kind, number, "content");
  return bytes?.body && !bytes.takenDown ? parseCanonical(bytes.body) : null;
}

/** Words a reader reads in a version. */
export function wordsOf(content: SignedContent): number {
  return content.sections.reduce((sum, section) => sum + countWords(section.markdown), 0);
}

async function readSeats(tx: SessionTx, partnershipId: string, versionId: string): Promise<VersionSeatView[]> {
  const seats = await tx.db.select().from(versionSeats).where(eq(versionSeats.versionId, versionId)).orderBy(asc(versionSeats.position));
  const directory = await findDirectory(tx, partnershipId);
  const signed = await readSignatures(tx, versionId);
  return seats.map(({ seatId, kind, organisation, office }) => {
    const lead = directory?.seats.find((seat) => seat.id === seatId)?.lead;
    return {
      seatId,
      kind,
      organisation,
      office,
      holder: lead?.holder ? { personId: lead.holder.personId, name: lead.holder.name, office: lead.office, acting: lead.holder.acting } : null,
      signature: signed.get(seatId) ?? null,
    };
  });
}

async function readSignatures(tx: SessionTx, versionId: string): Promise<Map<string, SignatureView>> {
  const rows = await tx.db
    .select({ signature: signatures, statement: payloads.body })
    .from(signatures)
    .innerJoin(payloads, and(eq(payloads.partnershipId, signatures.partnershipId), eq(payloads.sha256, signatures.statementSha256)))
    .where(eq(signatures.versionId, versionId));
  return new Map(
    rows.map(({ signature, statement }) => {
      const said = JSON.parse(Buffer.from(statement ?? new Uint8Array()).toString("utf8")) as SignatureStatement;
      const { personId, signedAt, reference } = signature;
      return [signature.seatId, { personId, name: said.signer, office: said.office, acting: said.acting, signedAt, reference }];
    }),
  );
}

async function readDecline(tx: SessionTx, versionId: string, names: (personId: string) => string): Promise<DeclineView | null> {
  const [row] = await tx.db
    .select({ decline: declines, organisation: versionSeats.organisation, office: versionSeats.office })
    .from(declines)
    .innerJoin(versionSeats, and(eq(versionSeats.versionId, declines.versionId), eq(versionSeats.seatId, declines.seatId)))
    .where(eq(declines.versionId, versionId));
  if (!row) return null;
  const { seatId, personId, reason, declinedAt } = row.decline;
  return { seatId, organisation: row.organisation, office: row.office, name: names(personId), reason, declinedAt };
}

async function readTakedown(tx: SessionTx, versionId: string, names: (personId: string) => string): Promise<TakedownView | null> {
  const [row] = await tx.db.select().from(takedowns).where(eq(takedowns.versionId, versionId));
  if (!row) return null;
  return {
    reason: row.reason,
    takenDownAt: row.takenDownAt,
    takenDownBy: names(row.takenDownBy),
    erasureProposedAt: row.erasureProposedAt,
    erasureProposedBy: row.erasureProposedBy ? { personId: row.erasureProposedBy, name: names(row.erasureProposedBy) } : null,
    erasedAt: row.erasedAt,
    erasedBy: row.erasedBy && names(row.erasedBy),
  };
}

/** Names of the people the actor may know. Somebody from outside the partnership is an administrator of the site. */
async function readNames(tx: SessionTx): Promise<(personId: string) => string> {
  const known = new Map((await tx.db.select({ id: people.id, name: people.name }).from(people)).map((person) => [person.id, person.name]));
  return (personId) => known.get(personId) ?? "An administrator of this site";
}

async function readSchedule(tx: SessionTx, version: VersionRow, names: (personId: string) => string): Promise<Pick<VersionView, "schedule" | "publishedOnSchedule">> {
  const last = await findLastSchedule(tx, version.id);
  if (!last) return { schedule: null, publishedOnSchedule: null };
  const { dueAt, failedAt } = last;
  const by = names(last.scheduledBy);
  const standing = last.endedAt === null;
  const published = last.outcome === "published" && version.publishedAt;
  return {
    schedule: standing ? { dueAt, by, overdue: failedAt !== null || isLate(dueAt, tx.now), failedAt } : null,
    publishedOnSchedule: published ? { dueAt, by, late: isLate(dueAt, published) } : null,
  };
}

async function readReview(tx: SessionTx, reviewId: string | null, names: (personId: string) => string): Promise<VersionView["review"]> {
  const [row] = reviewId === null ? [] : await tx.db.select().from(reviews).where(eq(reviews.id, reviewId));
  return row ? { by: names(row.reviewedBy), at: row.reviewedAt, words: row.words } : null;
}

/** The versions this person signed or declined, and so has read. */
async function listReadByMe(tx: SessionTx, partnershipId: string): Promise<ReadonlySet<string>> {
  const mine = { partnershipId, personId: tx.me.personId };
  const signed = await tx.db
    .select({ versionId: signatures.versionId })
    .from(signatures)
    .where(and(eq(signatures.partnershipId, mine.partnershipId), eq(signatures.personId, mine.personId)));
  const declined = await tx.db
    .select({ versionId: declines.versionId })
    .from(declines)
    .where(and(eq(declines.partnershipId, mine.partnershipId), eq(declines.personId, mine.personId)));
  return new Set([...signed, ...declined].map((row) => row.versionId));
}

async function readToldGovernment(tx: SessionTx, versionId: string, names: (id: string) => string | null): Promise<VersionView["toldGovernment"]> {
  const [row] = await tx.db.select().from(governmentNotifications).where(eq(governmentNotifications.versionId, versionId));
  return row ? { on: row.notifiedOn, recordedBy: names(row.recordedBy) } : null;
}
