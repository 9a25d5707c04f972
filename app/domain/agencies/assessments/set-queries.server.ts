import { asc, desc, eq, lte } from "drizzle-orm";

import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { assessmentSets, assessmentStandards } from "#db/schema/index.ts";

import type { QuestionSet, Standard } from "./question-set.ts";

type SetRow = typeof assessmentSets.$inferSelect;

function toStandard({ setId: _set, position: _position, ...standard }: typeof assessmentStandards.$inferSelect): Standard {
  return standard;
}

async function withStandards({ db }: Tx, { fileSha256: _sha, ...set }: SetRow): Promise<QuestionSet> {
  const standards = await db.select().from(assessmentStandards).where(eq(assessmentStandards.setId, set.id)).orderBy(asc(assessmentStandards.position));
  return { ...set, standards: standards.map(toStandard) };
}

/** A set with its standards in order, or null. */
export async function findSet(tx: Tx, setId: string): Promise<QuestionSet | null> {
  const [row] = await tx.db.select().from(assessmentSets).where(eq(assessmentSets.id, setId));
  return row ? withStandards(tx, row) : null;
}

/** The set of a round, which is always there. */
export async function getSet(tx: Tx, setId: string): Promise<QuestionSet> {
  const set = await findSet(tx, setId);
  if (!set) throw new Error(`no question set ${setId}`);
  return set;
}

/** A set to read, or null. */
export async function findQuestionSet(actor: SessionActor, setId: string): Promise<QuestionSet | null> {
  return as(actor, (tx) => findSet(tx, setId));
}

/** The sets that may be issued: of each series the newest that has begun. */
export async function listSets(actor: SessionActor): Promise<QuestionSet[]> {
  return as(actor, async (tx) => {
    const rows = await tx.db.select().from(assessmentSets).where(lte(assessmentSets.inForceFrom, tx.today)).orderBy(asc(assessmentSets.series), desc(assessmentSets.inForceFrom));
    const newest = rows.filter((row, at) => rows[at - 1]?.series !== row.series);
    const sets: QuestionSet[] = [];
    for (const row of newest) sets.push(await withStandards(tx, row));
    // What is for one audit comes before what is for anybody.
    return sets.sort((a, b) => Number(a.audits.length === 0) - Number(b.audits.length === 0));
  });
}
