import { randomBytes, randomUUID } from "node:crypto";

import { and, eq, inArray, isNull, max, sql } from "drizzle-orm";

import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { readEscalations } from "#app/domain/escalations/queries.server.ts";
import { settledFigures } from "#app/domain/escalations/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { PublishedDecision, StoredDecisionFacts } from "#app/domain/publication/decisions.ts";
import type { Tx } from "#db/client.server.ts";
import { decisions, partnerships, publicationBodies, publicationNotices, publications } from "#db/schema/index.ts";

import type { DecisionLine } from "./decision-view.ts";
import { readDecisions } from "./read-decisions.server.ts";
import { privateKindLabels } from "./vocabulary.ts";

/**
 * Publishes the state of a decision that was taken, and of the one that it replaces, in the transaction that took it and
 * after its ledger entry. Of one that is not public only the count is. A public one that is corrected by one that is not
 * is taken down, with its words of before. Without a decision, the counts alone are published.
 */
export async function publishDecisions(tx: Tx, partnershipId: string, decisionId: string | null): Promise<void> {
  const byNumber = async (number: number | undefined) => (number === undefined ? undefined : (await readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.number, number))))[0]);
  const [taken] = decisionId === null ? [] : await readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.id, decisionId)));
  const before = await byNumber(taken?.replaces?.number);
  const states = [...(before?.isPublic ? [{ line: before, hidden: taken?.replaces?.kind === "corrects" && !taken.isPublic }] : []), ...(taken?.isPublic ? [{ line: taken, hidden: false }] : [])];
  if (states.length === 0) await write(tx, partnershipId, null, null);
  for (const { line, hidden } of states) {
    if (hidden) await takeDown(tx, partnershipId, line.id, taken?.privateKind ? privateKindLabels[taken.privateKind] : null);
    await write(tx, partnershipId, line.id, hidden ? null : toPublic(line, { replacesPublic: (await byNumber(line.replaces?.number))?.isPublic ?? false, replacedByPublic: taken?.isPublic ?? false }));
  }
}

/** Without names, and without what leads to a decision that is not public. */
function toPublic(line: DecisionLine, { replacesPublic, replacedByPublic }: { replacesPublic: boolean; replacedByPublic: boolean }): PublishedDecision {
  const { number, sentence, matter, amountPence, options, dissent, leadsTo, takenBy, decidedOn, takers, replaces, replacedBy } = line;
  if (decidedOn === null) throw new Error("what is published was decided");
  return {
    number, sentence, matter, amountPence, options, dissent, leadsTo, takenBy, decidedOn,
    takers: takers.map(({ body, office, delegation, answer }) => ({ body, office, delegation, agreedOn: answer?.on ?? null })),
    replaces: replacesPublic ? replaces : null,
    replacedBy: replacedBy && { kind: replacedBy.kind, number: replacedByPublic ? replacedBy.number : null, reason: replacedByPublic ? replacedBy.reason : null },
  };
}

async function write(tx: Tx, partnershipId: string, decisionId: string | null, decision: PublishedDecision | null): Promise<void> {
  const [partnership] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnershipId));
  if (!partnership) throw new Error("no partnership to publish");
  // The hash stays public when the words do not: the salt keeps anybody from guessing them.
  const body = decision && Buffer.from(JSON.stringify({ ...decision, salt: randomBytes(32).toString("hex") }), "utf8");
  const outlineSha256 = body && sha256Hex(body);
  const facts: StoredDecisionFacts = { partnership, decisionId, notPublic: await countPrivate(tx, partnershipId), escalations: settledFigures(await readEscalations(tx, partnershipId)), outlineSha256 };
  const publicationId = randomUUID();
  // The locked head of the partnership's chain keeps two publications in one order.
  await appendToLedger(tx, { type: "decisions.published", partnershipId, data: { publicationId, decisionId, outlineSha256 } });
  const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "decision")));
  await tx.db.insert(publications).values({ id: publicationId, partnershipId, slug: partnership.slug, kind: "decision", number: (last?.number ?? 0) + 1, publishedAt: tx.now, facts });
  if (body && outlineSha256) await tx.db.insert(publicationBodies).values({ publicationId, partnershipId, format: "outline", sha256: outlineSha256, size: body.length, body });
}

async function countPrivate({ db }: Tx, partnershipId: string): Promise<StoredDecisionFacts["notPublic"]> {
  const rows = await db
    .select({ kind: decisions.privateKind, count: sql<number>`count(*)::int` })
    .from(decisions)
    .where(and(eq(decisions.partnershipId, partnershipId), eq(decisions.status, "stands"), eq(decisions.isPublic, false), isNull(decisions.replacedBy)))
    .groupBy(decisions.privateKind);
  return Object.fromEntries(rows.flatMap(({ kind, count }) => (kind ? [[kind, count]] : [])));
}

/** Hides the words of every earlier state: from then on the public role cannot read them. */
async function takeDown({ db, now }: Tx, partnershipId: string, decisionId: string, reason: string | null): Promise<void> {
  const rows = await db.select({ id: publications.id }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "decision"), sql`${publications.facts}->>'decisionId' = ${decisionId}`));
  if (rows.length === 0) return;
  const known = new Set((await db.select({ id: publicationNotices.publicationId }).from(publicationNotices).where(inArray(publicationNotices.publicationId, rows.map((row) => row.id)))).map((row) => row.id));
  const open = rows.filter((row) => !known.has(row.id));
  if (open.length > 0) await db.insert(publicationNotices).values(open.map(({ id }) => ({ publicationId: id, partnershipId, state: "taken-down" as const, at: now, reason })));
}
