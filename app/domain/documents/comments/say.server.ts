import { randomUUID } from "node:crypto";

import { eq } from "drizzle-orm";

import { notify } from "#app/domain/notifications/notify.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { mentions, remarks } from "#db/schema/index.ts";

import type { DocumentKind } from "../vocabulary.ts";
import { listReaders } from "./readers.server.ts";

export interface Said {
  /** Normalised. */
  text: string;
  /** Whom it is for: person ids. */
  addressedTo: readonly string[];
}

/**
 * Adds a remark to the thread of a locked comment and tells those it is for, and those who spoke in the thread before.
 * Answers its id, or null when somebody named may not read the draft.
 */
export async function say(tx: SessionTx, comment: { id: string; partnershipId: string; kind: DocumentKind }, { text, addressedTo }: Said): Promise<string | null> {
  const { id: commentId, partnershipId, kind } = comment;
  const readers = (await listReaders(tx, partnershipId)).map((reader) => reader.personId);
  const named = [...new Set(addressedTo)];
  if (!named.every((personId) => readers.includes(personId))) return null;
  const before = await tx.db.select({ personId: remarks.saidBy }).from(remarks).where(eq(remarks.commentId, commentId));
  const remarkId = randomUUID();
  await tx.db.insert(remarks).values({ id: remarkId, partnershipId, commentId, number: before.length + 1, text, saidAt: tx.now, saidBy: tx.me.personId });
  if (named.length > 0) await tx.db.insert(mentions).values(named.map((personId) => ({ remarkId, personId, partnershipId })));
  const about = { partnershipId, document: kind, commentId, by: tx.me.name };
  await notify(tx, { kind: "comment-mention", ...about }, named);
  // Somebody who has left the partnership spoke here too, and is not written to.
  const others = before.map((row) => row.personId).filter((personId) => readers.includes(personId) && !named.includes(personId));
  await notify(tx, { kind: "comment-reply", ...about }, others);
  return remarkId;
}
