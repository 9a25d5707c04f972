import { and, asc, count, eq, inArray, min } from "drizzle-orm";

import { publishFunding } from "#app/domain/funding/publish-funding.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { type DocumentOutline, type PublicLedgerEntry, type PublicRecord, type PublicSignature, RECORD_FORMAT, type StandingFacts } from "#app/domain/publication/record.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { Me, SessionActor, Tx } from "#db/client.server.ts";
import { ledgerEntries, ledgerPayloads, payloads, publicationBodies, publicationNotices, publications, versions } from "#db/schema/index.ts";

import { lockPublishable } from "./lock-publishable.server.ts";
import { isLate } from "./schedule/rules.ts";
import { endSchedule, lockOpenSchedule, type ScheduleRow } from "./schedule/schedule.server.ts";
import type { SignatureStatement } from "./signature-statement.ts";
import { parseCanonical, sha256Hex } from "./text/canonical.server.ts";
import { countWords } from "./text/word-count.ts";
import { tellPublished } from "./version-messages.server.ts";
import { listSignatures, listVersionSeats, type VersionRow } from "./version.server.ts";
import { budgetYear } from "./vocabulary.ts";

/** A transaction of a person, or of a job. */
type Writing = Tx & { me?: Pick<Me, "personId"> };

/**
 * Publishes an approved version: copies its bytes and the record of its signatures to where the public reads, and
 * supersedes the version published before. A time set for it is over then. Needs an identity confirmed within five minutes.
 * Refusals: not-every-seat-signed (detail names the missing), version-not-in-that-state, agency-name-withheld, identity-not-confirmed.
 */
export async function publishVersion(
  actor: SessionActor,
  input: { partnershipId: string; versionId: string },
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  return change(actor, "publish-version", submission, async (tx) => {
    const locked = await lockPublishable(tx, input);
    if (!locked.ok) return locked;
    const version = locked.value;
    const schedule = await lockOpenSchedule(tx, version);
    if (schedule) await endSchedule(tx, schedule, "published-by-hand");
    await publishApproved(tx, version, { by: tx.me.personId, schedule: null });
    return done({ number: version.number });
  });
}

/**
 * Publishes a locked version that every seat has signed, by a person or by the job of a set time.
 * @param how.by null for a job; the ledger then says who had set the time
 */
export async function publishApproved(tx: Writing, version: VersionRow, how: { by: string | null; schedule: ScheduleRow | null }): Promise<void> {
  const { id: versionId, partnershipId, contentSha256 } = version;
  const { by, schedule } = how;
  await supersedePublished(tx, version);
  const scheduled = schedule ? { scheduleId: schedule.id, scheduledBy: schedule.scheduledBy, dueAt: schedule.dueAt.toISOString() } : {};
  const { seq } = await appendToLedger(tx, { type: "version.published", partnershipId, data: { versionId, contentSha256, ...scheduled } });
  await tx.db
    .update(versions)
    .set({ status: "published", publishedAt: tx.now, publishedSeq: seq, ...(by === null ? {} : { publishedBy: by }) })
    .where(eq(versions.id, versionId));
  await insertPublication(tx, { ...version, publishedAt: tx.now, publishedSeq: seq });
  const year = budgetYear(version.kind);
  if (year) await publishFunding(tx, partnershipId, year, "budget");
  await tellPublished(tx, version, schedule && { at: schedule.dueAt.toISOString(), late: isLate(schedule.dueAt, tx.now) });
}

async function supersedePublished(tx: Tx, version: VersionRow): Promise<void> {
  const previous = await tx.db
    .update(versions)
    .set({ status: "superseded", closedAt: tx.now })
    .where(and(eq(versions.documentId, version.documentId), eq(versions.status, "published")))
    .returning({ id: versions.id, number: versions.number });
  for (const { id, number } of previous) {
    await appendToLedger(tx, { type: "version.superseded", partnershipId: version.partnershipId, data: { versionId: id } });
    const [publication] = await tx.db
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.partnershipId, version.partnershipId), eq(publications.kind, version.kind), eq(publications.number, number)));
    if (publication) {
      await tx.db.insert(publicationNotices).values({ publicationId: publication.id, partnershipId: version.partnershipId, state: "superseded", at: tx.now });
    }
  }
}

async function insertPublication(tx: Tx, version: VersionRow): Promise<void> {
  const { partnershipId, contentSha256, htmlSha256, pdfSha256, file, fileSha256 } = version;
  const bytes = await readPayloads(tx, partnershipId, [contentSha256, htmlSha256, pdfSha256, ...(fileSha256 ? [fileSha256] : [])]);
  const content = parseCanonical(bytes(contentSha256));
  const signatures = await listPublicSignatures(tx, version);
  const record: PublicRecord = {
    format: RECORD_FORMAT,
    kind: version.kind,
    partnership: content.partnership,
    versionId: version.id,
    number: version.number,
    contentSha256,
    htmlSha256,
    pdfSha256,
    signatures,
    ledger: await listLedgerEntries(tx, version),
  };
  const [earlier] = await tx.db
    .select({ first: min(publications.publishedAt), count: count() })
    .from(publications)
    .where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, version.kind)));
  const outline: DocumentOutline = {
    title: content.title,
    changeNote: content.changeNote,
    sections: content.sections.map(({ number, title, audience }) => ({ number, title, ...(audience ? { audience } : {}) })),
    coverage: content.coverage,
    fileName: file?.name ?? null,
  };
  const facts: StandingFacts = {
    partnership: content.partnership,
    edition: content.edition,
    inForceFrom: content.inForceFrom,
    nextReviewOn: content.nextReviewOn,
    firstPublishedAt: (earlier?.first ?? tx.now).toISOString(),
    updates: (earlier?.count ?? 0) + 1,
    signatures: signatures.map(({ statement: _statement, ...signature }) => signature),
    words: content.sections.reduce((sum, section) => sum + countWords(section.markdown), 0),
    pdfBytes: bytes(pdfSha256).length,
    ...(file ? { file: { sha256: file.sha256, size: file.size, pages: file.pages } } : {}),
  };
  const [publication] = await tx.db
    .insert(publications)
    .values({
      partnershipId,
      slug: content.partnership.slug,
      kind: version.kind,
      number: version.number,
      versionId: version.id,
      contentSha256,
      htmlSha256,
      pdfSha256,
      fileSha256,
      publishedAt: tx.now,
      facts,
    })
    .returning({ id: publications.id });
  if (!publication) throw new Error("no publication was inserted");
  const bodies = [
    { format: "content" as const, body: bytes(contentSha256) },
    { format: "html" as const, body: bytes(htmlSha256) },
    { format: "pdf" as const, body: bytes(pdfSha256) },
    { format: "outline" as const, body: Buffer.from(JSON.stringify(outline), "utf8") },
    ...(fileSha256 ? [{ format: "file" as const, body: bytes(fileSha256) }] : []),
    { format: "record" as const, body: Buffer.from(JSON.stringify(record), "utf8") },
  ];
  await tx.db
    .insert(publicationBodies)
    .values(bodies.map(({ format, body }) => ({ publicationId: publication.id, partnershipId, format, sha256: sha256Hex(body), size: body.length, body })));
}

async function readPayloads(tx: Tx, partnershipId: string, hashes: string[]): Promise<(sha256: string) => Uint8Array> {
  const rows = await tx.db.select().from(payloads).where(and(eq(payloads.partnershipId, partnershipId), inArray(payloads.sha256, hashes)));
  const found = new Map(rows.map((row) => [row.sha256, row.body]));
  return (sha256) => {
    const body = found.get(sha256);
    if (!body) throw new Error(`payload ${sha256} is missing`);
    return body;
  };
}

async function listPublicSignatures(tx: Tx, version: VersionRow): Promise<PublicSignature[]> {
  const seats = await listVersionSeats(tx, version.id);
  const signatures = await listSignatures(tx, version.id);
  const bytes = await readPayloads(tx, version.partnershipId, signatures.map((signature) => signature.statementSha256));
  return seats.map((seat) => {
    const signature = signatures.find((each) => each.seatId === seat.seatId);
    if (!signature) throw new Error("a required seat has no signature");
    const statement = Buffer.from(bytes(signature.statementSha256)).toString("utf8");
    const { signer, office, acting } = JSON.parse(statement) as SignatureStatement;
    return {
      seatId: seat.seatId,
      kind: seat.kind,
      organisation: seat.organisation,
      office,
      signer,
      acting,
      signedAt: signature.signedAt.toISOString(),
      reference: signature.reference,
      statementSha256: signature.statementSha256,
      statement,
    };
  });
}

/** The entries of the ledger that tell this version's story, in order, with what each says. */
async function listLedgerEntries(tx: Tx, version: VersionRow): Promise<PublicLedgerEntry[]> {
  const signed = (await listSignatures(tx, version.id)).map((signature) => signature.ledgerSeq);
  const seqs = [version.frozenSeq, ...signed, version.approvedSeq, version.publishedSeq].filter((seq): seq is number => seq !== null);
  const rows = await tx.db
    .select({ entry: ledgerEntries, body: ledgerPayloads.body })
    .from(ledgerEntries)
    .innerJoin(ledgerPayloads, and(eq(ledgerPayloads.chain, ledgerEntries.chain), eq(ledgerPayloads.seq, ledgerEntries.seq)))
    .where(and(eq(ledgerEntries.chain, version.partnershipId), inArray(ledgerEntries.seq, seqs)))
    .orderBy(asc(ledgerEntries.seq));
  return rows.map(({ entry, body }) => ({
    chain: entry.chain,
    seq: entry.seq,
    previous: entry.previous,
    at: entry.at.toISOString(),
    actor: entry.actor,
    type: entry.type,
    payloadSha256: entry.payloadSha256,
    payload: body ? Buffer.from(body).toString("utf8") : "",
    hash: entry.hash,
  }));
}
