import { randomBytes, randomUUID } from "node:crypto";

import { and, desc, eq, max, sql } from "drizzle-orm";

import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { partnerships, publicationBodies, publicationNotices, publications } from "#db/schema/index.ts";

import type { ArchiveDetails, ArchiveFile, ArchiveOutline, StoredArchiveEntry } from "./vocabulary.ts";

/** One change at a time to a partnership's earlier documents, until the transaction ends. */
export async function lockArchive(tx: SessionTx, partnershipId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`archive:${partnershipId}`}, 0))`);
}

/** The publications that are one entry's states. */
export function statesOf(partnershipId: string, entryId: string) {
  return and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "archive"), sql`${publications.facts}->>'entryId' = ${entryId}`);
}

/** The newest state of an entry, or null. `outline` is null once it was removed, or for somebody who may not read it. */
export async function findEntry(tx: SessionTx, partnershipId: string, entryId: string): Promise<{ facts: StoredArchiveEntry; outline: ArchiveOutline | null; removed: boolean } | null> {
  const [row] = await tx.db
    .select({ facts: publications.facts, body: publicationBodies.body, notice: publicationNotices.state })
    .from(publications)
    .leftJoin(publicationBodies, and(eq(publicationBodies.publicationId, publications.id), eq(publicationBodies.format, "outline")))
    .leftJoin(publicationNotices, and(eq(publicationNotices.publicationId, publications.id), eq(publicationNotices.state, "taken-down")))
    .where(statesOf(partnershipId, entryId))
    .orderBy(desc(publications.number))
    .limit(1);
  if (!row) return null;
  const removed = row.notice !== null;
  return { facts: row.facts as StoredArchiveEntry, outline: row.body && !removed ? (JSON.parse(Buffer.from(row.body).toString("utf8")) as ArchiveOutline) : null, removed };
}

export interface NewState {
  entryId: string;
  revision: number;
  details: ArchiveDetails;
  office: string;
  reason: string | null;
  /** Another file, the one it had before, or none. */
  file: ReadFile | ArchiveFile | null;
}

/**
 * Publishes one more state of an entry, inside `lockArchive`. What people wrote, and the file, are bodies, so that a
 * removal hides them. Answers the hashes that the ledger keeps.
 */
export async function publishEntry(tx: SessionTx, partnershipId: string, state: NewState): Promise<{ outlineSha256: string; fileSha256: string | null }> {
  const [partnership] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnershipId));
  const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "archive")));
  if (!partnership) throw new Error("no partnership to publish");
  const id = randomUUID();
  const { entryId, revision, details, office, reason, file } = state;
  const { title, link, ...rest } = details;
  const bytes = file && "bytes" in file ? Buffer.from(file.bytes) : null;
  const stored: ArchiveFile | null = file && "bytes" in file ? { sha256: sha256Hex(file.bytes), size: file.bytes.length, pages: file.pages, heldBy: id } : file;
  const outline = Buffer.from(JSON.stringify({ title, link, office, reason, salt: randomBytes(32).toString("hex") } satisfies ArchiveOutline), "utf8");
  await tx.db.insert(publications).values({
    id,
    partnershipId,
    slug: partnership.slug,
    kind: "archive",
    number: (last?.number ?? 0) + 1,
    fileSha256: bytes && stored ? stored.sha256 : null,
    publishedAt: tx.now,
    facts: { partnership, entryId, revision, ...rest, file: stored } satisfies StoredArchiveEntry,
  });
  const bodies = [{ format: "outline" as const, body: outline }, ...(bytes ? [{ format: "file" as const, body: bytes }] : [])];
  await tx.db.insert(publicationBodies).values(bodies.map(({ format, body }) => ({ publicationId: id, partnershipId, format, sha256: sha256Hex(body), size: body.length, body })));
  return { outlineSha256: sha256Hex(outline), fileSha256: stored?.sha256 ?? null };
}
