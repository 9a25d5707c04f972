import { and, asc, count, eq, inArray, isNull, type SQL } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { comments, documents, mentions, people, remarks, sectionRevisions, sections } from "#db/schema/index.ts";

import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import type { DocumentKind } from "../vocabulary.ts";
import type { CommentView, Reader, RemarkView } from "./comment-view.ts";
import type { CommentAddress } from "./lock-comment.server.ts";
import { listReaders } from "./readers.server.ts";
import { mayResolve } from "./rules.ts";

/** Comments with those whom a remark can be for. */
export interface CommentsPage {
  comments: CommentView[];
  readers: Reader[];
}

/** The comments of a draft, by section and age: the open ones, or all. Empty for somebody who may not read it. */
export async function listComments(actor: SessionActor, { partnershipId, kind }: Omit<CommentAddress, "commentId">, { resolvedToo = false } = {}): Promise<CommentView[]> {
  return as(actor, (tx) => readComments(tx, { partnershipId, kind }, resolvedToo ? undefined : isNull(comments.resolvedAt)));
}

/** The comments on one section, open and resolved, and whom a new one can be for. */
export async function findSectionComments(actor: SessionActor, { partnershipId, kind }: Omit<CommentAddress, "commentId">, sectionId: string): Promise<CommentsPage> {
  return as(actor, async (tx) => ({
    comments: isUuid(sectionId) ? await readComments(tx, { partnershipId, kind }, eq(comments.sectionId, sectionId)) : [],
    readers: await otherReaders(tx, partnershipId),
  }));
}

/** One comment with its thread, or null when there is none for the actor. */
export async function findComment(actor: SessionActor, { partnershipId, kind, commentId }: CommentAddress): Promise<{ comment: CommentView; readers: Reader[] } | null> {
  return as(actor, async (tx) => {
    const [comment] = isUuid(commentId) ? await readComments(tx, { partnershipId, kind }, eq(comments.id, commentId)) : [];
    return comment ? { comment, readers: await otherReaders(tx, partnershipId) } : null;
  });
}

/** How many comments are open on each section of a document, by the section's id. */
export async function countOpenComments(tx: SessionTx, documentId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .select({ sectionId: comments.sectionId, open: count() })
    .from(comments)
    .where(and(eq(comments.documentId, documentId), isNull(comments.resolvedAt)))
    .groupBy(comments.sectionId);
  return new Map(rows.map((row) => [row.sectionId, row.open]));
}

async function otherReaders(tx: SessionTx, partnershipId: string): Promise<Reader[]> {
  return (await listReaders(tx, partnershipId)).filter((reader) => reader.personId !== tx.me.personId);
}

async function readComments(tx: SessionTx, { partnershipId, kind }: { partnershipId: string; kind: DocumentKind }, which: SQL | undefined): Promise<CommentView[]> {
  if (forbid(tx.me, "comment", { partnershipId })) return [];
  const rows = await tx.db
    .select({ comment: comments, section: sections, read: { title: sectionRevisions.title, body: sectionRevisions.body } })
    .from(comments)
    .innerJoin(documents, and(eq(documents.id, comments.documentId), eq(documents.kind, kind)))
    .innerJoin(sections, eq(sections.id, comments.sectionId))
    .leftJoin(sectionRevisions, and(eq(sectionRevisions.sectionId, comments.sectionId), eq(sectionRevisions.revision, comments.sectionRevision)))
    .where(and(eq(comments.partnershipId, partnershipId), which))
    .orderBy(asc(sections.audience), asc(sections.position), asc(sections.id), asc(comments.openedAt), asc(comments.id));
  const names = await readNames(tx);
  const said = await readRemarks(tx, rows.map((row) => row.comment.id), names);
  return rows.map(({ comment, section, read }) => ({
    id: comment.id,
    section: { id: section.id, title: section.title, removed: section.removedAt !== null },
    openedBy: names(comment.openedBy),
    openedAt: comment.openedAt,
    changedSince: read?.title === section.title && read.body === section.body ? null : { at: section.savedAt, by: section.savedBy && names(section.savedBy) },
    resolved: comment.resolvedAt && comment.resolvedBy ? { at: comment.resolvedAt, by: names(comment.resolvedBy) } : null,
    remarks: said.get(comment.id) ?? [],
    mayResolve: mayResolve(tx.me, comment),
  }));
}

async function readRemarks(tx: SessionTx, commentIds: readonly string[], names: (id: string) => string): Promise<Map<string, RemarkView[]>> {
  const said = new Map<string, RemarkView[]>();
  if (commentIds.length === 0) return said;
  const rows = await tx.db.select().from(remarks).where(inArray(remarks.commentId, [...commentIds])).orderBy(asc(remarks.number));
  const named = await tx.db.select({ remarkId: mentions.remarkId, personId: mentions.personId }).from(mentions).where(inArray(mentions.remarkId, rows.map((row) => row.id)));
  for (const row of rows) {
    const { id, text, saidAt, correctedAt, withdrawnAt } = row;
    const addressedTo = named.filter((mention) => mention.remarkId === id).map((mention) => names(mention.personId)).sort();
    const found = findIdentifiers(text ?? "").map(({ label, excerpt }) => `${label} (${excerpt})`);
    const remark = { id, text, by: names(row.saidBy), saidAt, correctedAt, withdrawnAt, addressedTo, mine: row.saidBy === tx.me.personId, found: [...new Set(found)] };
    said.set(row.commentId, [...(said.get(row.commentId) ?? []), remark]);
  }
  return said;
}

async function readNames(tx: SessionTx): Promise<(id: string) => string> {
  const known = new Map((await tx.db.select({ id: people.id, name: people.name }).from(people)).map((person) => [person.id, person.name]));
  return (id) => known.get(id) ?? "Somebody who has left";
}
