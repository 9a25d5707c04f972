import { randomBytes, randomUUID } from "node:crypto";

import { and, desc, eq, max } from "drizzle-orm";

import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { FundingOutline, StoredFunding } from "#app/domain/publication/funding.ts";
import { summarise } from "#app/domain/publication/funding-rules.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { Tx } from "#db/client.server.ts";
import { partnerships, publicationBodies, publications, signatures } from "#db/schema/index.ts";

import type { ContributionLine, FundingYear, SpendingLine, VariationView } from "./funding-view.ts";
import { type BudgetInForce, counts, findBudgetInForce } from "./in-force.server.ts";
import { putBackSigned } from "./put-back-signed.server.ts";
import { readFundingYear } from "./queries.server.ts";
import type { FundingEvent } from "./vocabulary.ts";

/**
 * Publishes a year's funding as it now stands: called when a budget is published, when it is varied and when the outturn
 * is, in the same transaction. The figures are those of the signed budget with the changes that count; of a year that was
 * not signed here, those on record. Notes and names are a body, so that a takedown hides them.
 */
export async function publishFunding(tx: Tx, partnershipId: string, year: FinancialYear, event: FundingEvent): Promise<void> {
  const [partnership] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnershipId));
  const inForce = await findBudgetInForce(tx, partnershipId, year);
  if (inForce && event === "budget") await putBackSigned(tx, partnershipId, year, inForce);
  const found = await readFundingYear(tx, partnershipId, year);
  if (!partnership || !found) throw new Error("no year to publish");
  const outline = await toOutline(tx, found, inForce);
  const facts: StoredFunding = { partnership, year, event, budgetNumber: inForce?.number ?? null, outturn: outline.outturn !== null, summary: summarise(outline) };
  const body = Buffer.from(JSON.stringify(outline), "utf8");
  const outlineSha256 = sha256Hex(body);
  const publicationId = randomUUID();
  // The locked head of the partnership's chain keeps two publications in one order.
  await appendToLedger(tx, { type: "funding.published", partnershipId, data: { year, event, publicationId, outlineSha256 } });
  const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "funding")));
  await tx.db.insert(publications).values({ id: publicationId, partnershipId, slug: partnership.slug, kind: "funding", number: (last?.number ?? 0) + 1, sourceVersionId: inForce?.versionId ?? null, publishedAt: tx.now, facts });
  await tx.db.insert(publicationBodies).values({ publicationId, partnershipId, format: "outline", sha256: outlineSha256, size: body.length, body });
}

async function toOutline(tx: Tx, { record, contributions, spending, variations }: FundingYear, inForce: BudgetInForce | null): Promise<FundingOutline> {
  const budget = inForce?.budget ?? null;
  return {
    contributions: contributions.filter((line) => counts(inForce, line.id)).map((line) => toContribution(line, inForce)),
    spending: spending.filter((line) => counts(inForce, line.id)).map((line) => toSpending(line, inForce, record.outturnOn !== null)),
    broughtForward: budget ? { pence: budget.broughtForward.pence, childrenShare: budget.broughtForward.childrenShare } : { pence: record.broughtForwardPence, childrenShare: record.broughtForwardChildrenShare },
    variations: variations.map(toVariation),
    sharesStatement: budget?.sharesStatement ?? record.sharesStatement,
    notIncluded: budget?.notIncluded ?? record.notIncluded,
    materialPence: budget?.materialPence ?? record.materialPence,
    population: budget ? budget.population : record.population !== null && record.populationSource ? { children: record.population, source: record.populationSource } : null,
    signed: inForce && {
      versionId: inForce.versionId,
      number: inForce.number,
      contentSha256: inForce.contentSha256,
      publishedAt: inForce.publishedAt.toISOString(),
      ...(await readSignatures(tx, inForce)),
    },
    earlierSource: record.earlierSource,
    outturn: record.outturnOn ? { on: record.outturnOn, note: record.outturnNote } : null,
    salt: randomBytes(32).toString("hex"),
  };
}

function toContribution(line: ContributionLine, inForce: BudgetInForce | null): FundingOutline["contributions"][number] {
  const { id, receivedPence, invoicedPence } = line;
  const signed = inForce?.lines.get(id);
  const { contributor, seatId, sector, payer, form, childrenShare, purpose, ringFenced, note } = signed && "contributor" in signed ? signed : line;
  const amounts = inForce ? { signed: line.signed, varied: line.varied } : { signed: null, varied: line.pence };
  return { id, contributor, statutory: seatId !== null, sector, payer, form, childrenShare, purpose, ringFenced, note, ...amounts, invoiced: invoicedPence, received: receivedPence, explanation: line.differenceNote };
}

function toSpending(line: SpendingLine, inForce: BudgetInForce | null, outturn: boolean): FundingOutline["spending"][number] {
  const { id, actualPence } = line;
  const signed = inForce?.lines.get(id);
  const { category, description, childrenShare, note } = signed && "category" in signed ? signed : line;
  const amounts = inForce ? { signed: line.signed, varied: line.varied } : { signed: null, varied: line.pence };
  return { id, category, description, childrenShare, note, ...amounts, spent: outturn ? actualPence : null, explanation: line.differenceNote };
}

function toVariation({ id, list, lineId, line, before, after, on, reason, office, awaitsSignature }: VariationView): FundingOutline["variations"][number] {
  return { id, list, lineId, line, before, after, on, reason, office, awaitsSignature };
}

async function readSignatures(tx: Tx, { versionId }: BudgetInForce): Promise<{ signatures: number; lastSignedOn: string }> {
  const rows = await tx.db.select({ at: signatures.signedAt }).from(signatures).where(eq(signatures.versionId, versionId)).orderBy(desc(signatures.signedAt));
  if (!rows[0]) throw new Error("a published budget was signed");
  return { signatures: rows.length, lastSignedOn: dayInLondon(rows[0].at) };
}
