import { and, desc, eq, inArray } from "drizzle-orm";

import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { fundingYears, sharedContributions, sharedParts } from "#db/schema/index.ts";

import { findBudgetInForce } from "../in-force.server.ts";
import { childrenPart } from "../rules.ts";
import { nameOf, readChoices } from "./names.server.ts";
import { figuresOf } from "./rules.ts";
import type { AnswerableOffer, OfferView, PartnershipChoice, PartView, SharedView } from "./shared-view.ts";

type SharedRow = typeof sharedContributions.$inferSelect;
type PartRow = typeof sharedParts.$inferSelect;

/** What a partnership hosts and what it is offered, the latest year first. */
export async function listShared(actor: SessionActor, partnershipId: string): Promise<{ hosted: SharedView[]; offered: OfferView[] }> {
  return as(actor, async (tx) => {
    const choices = await readChoices(tx);
    const hosted = await tx.db.select().from(sharedContributions).where(eq(sharedContributions.partnershipId, partnershipId)).orderBy(desc(sharedContributions.year), desc(sharedContributions.recordedAt));
    const parts = await readParts(tx, hosted.map((shared) => shared.id));
    const offered = await readOffers(tx, partnershipId);
    return {
      hosted: hosted.map((shared) => toShared(shared, parts.filter((part) => part.sharedId === shared.id), choices)),
      offered: offered.map((offer) => toOffer(offer, choices)),
    };
  });
}

/** One that the partnership hosts; null when there is none (or the actor may not know). */
export async function findShared(actor: SessionActor, hostId: string, sharedId: string): Promise<SharedView | null> {
  if (!isUuid(sharedId)) return null;
  return as(actor, async (tx) => {
    const [shared] = await tx.db.select().from(sharedContributions).where(and(eq(sharedContributions.id, sharedId), eq(sharedContributions.partnershipId, hostId)));
    return shared ? toShared(shared, await readParts(tx, [sharedId]), await readChoices(tx)) : null;
  });
}

/** One of which a part is the partnership's; null when there is none (or the actor may not know). */
export async function findOffer(actor: SessionActor, partnershipId: string, sharedId: string): Promise<AnswerableOffer | null> {
  if (!isUuid(sharedId)) return null;
  return as(actor, async (tx) => {
    const [offer] = await readOffers(tx, partnershipId, sharedId);
    if (!offer) return null;
    const { year } = offer.shared;
    const yearOpen = await isYearOpen(tx, partnershipId, year);
    return { ...toOffer(offer, await readChoices(tx)), yearOpen, budgetSigned: yearOpen && (await findBudgetInForce(tx, partnershipId, year)) !== null };
  });
}

/** Whom a part can be given to, and today's date in London. */
export async function listPartnershipChoices(actor: SessionActor): Promise<{ choices: PartnershipChoice[]; today: string }> {
  return as(actor, async (tx) => ({ choices: await readChoices(tx), today: tx.today }));
}

async function readParts(tx: Tx, sharedIds: string[]): Promise<PartRow[]> {
  return sharedIds.length === 0 ? [] : tx.db.select().from(sharedParts).where(inArray(sharedParts.sharedId, sharedIds));
}

async function readOffers(tx: Tx, partnershipId: string, sharedId?: string): Promise<{ shared: SharedRow; part: PartRow }[]> {
  return tx.db
    .select({ shared: sharedContributions, part: sharedParts })
    .from(sharedParts)
    .innerJoin(sharedContributions, eq(sharedContributions.id, sharedParts.sharedId))
    .where(and(eq(sharedParts.partnershipId, partnershipId), sharedId === undefined ? undefined : eq(sharedParts.sharedId, sharedId)))
    .orderBy(desc(sharedContributions.year), desc(sharedContributions.recordedAt));
}

function toShared({ partnershipId: _host, recordedBy: _by, ...shared }: SharedRow, rows: readonly PartRow[], choices: readonly PartnershipChoice[]): SharedView {
  const figures = figuresOf(rows.map(({ partnershipId, weight, pence }) => ({ partnershipId, name: nameOf(choices, partnershipId), weight, pence })), shared.childrenShare);
  const parts = figures.flatMap((figure): PartView[] => {
    const row = rows.find((each) => each.partnershipId === figure.partnershipId);
    return row ? [{ ...figure, state: row.state, reason: row.reason, answeredAt: row.answeredAt }] : [];
  });
  return { ...shared, parts: parts.sort((a, b) => a.name.localeCompare(b.name, "en-GB")) };
}

function toOffer({ shared, part }: { shared: SharedRow; part: PartRow }, choices: readonly PartnershipChoice[]): OfferView {
  const { partnershipId: hostId, recordedBy: _by, ...rest } = shared;
  const { weight, pence, state, reason, answeredAt } = part;
  return { ...rest, host: { id: hostId, name: nameOf(choices, hostId) }, weight, partPence: pence, partChildrenPence: childrenPart(pence, shared.childrenShare), state, reason, answeredAt };
}

async function isYearOpen(tx: Tx, partnershipId: string, year: FinancialYear): Promise<boolean> {
  const [opened] = await tx.db.select({ year: fundingYears.year }).from(fundingYears).where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
  return opened !== undefined;
}
