import { and, asc, eq, isNull, lt, type SQL } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { listOffices } from "#app/domain/partnerships/offices.server.ts";
import { heldOn, holdsOn } from "#app/domain/people/rules.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { riskReviews, risks } from "#db/schema/index.ts";

import type { OwnerChoice, RiskReviewView, RiskView, WaitingRisks } from "./risk-view.ts";
import { inOrder } from "./rules.ts";

/** Offices that can own a risk: those that decide and those that prepare; a scrutineer stays free of it. */
const owningRoles: readonly string[] = ["lsp", "dsp", "chair", "business-manager"];

interface Owners {
  choices: OwnerChoice[];
  /** The words of a post, also of one that is no more. */
  textOf(postId: string): string;
}

async function readOwners({ db, today }: Tx, partnershipId: string): Promise<Owners> {
  const offices = (await listOffices(db, partnershipId)).filter((office) => owningRoles.includes(office.role));
  const texts = new Map(offices.map(({ postId, office, organisation, holders }) => {
    const holder = heldOn(holders, today);
    return [postId, `${[holder?.office ?? office, organisation].filter(Boolean).join(", ")} (${holder?.name ?? "vacant"})`];
  }));
  return { choices: offices.filter((office) => holdsOn(office, today)).map(({ postId }) => ({ postId, text: texts.get(postId) ?? "" })), textOf: (postId) => texts.get(postId) ?? "An office that is no more" };
}

async function readRisks(tx: Tx, partnershipId: string, which?: SQL): Promise<{ risks: RiskView[]; owners: Owners }> {
  const owners = await readOwners(tx, partnershipId);
  const rows = await tx.db.select().from(risks).where(and(eq(risks.partnershipId, partnershipId), which)).orderBy(asc(risks.number));
  return { owners, risks: rows.map(({ partnershipId: _where, recordedAt, recordedBy: _who, ...rest }) => ({ ...rest, owner: owners.textOf(rest.ownerPostId), recordedOn: dayInLondon(recordedAt) })) };
}

/** Every risk, the open ones with the highest score first. */
export async function listRisks(actor: SessionActor, partnershipId: string): Promise<{ today: string; risks: RiskView[] }> {
  return as(actor, async (tx) => ({ today: tx.today, risks: inOrder((await readRisks(tx, partnershipId)).risks) }));
}

/** One by its number, with how it was judged in order; null when there is none for the actor. */
export async function findRisk(actor: SessionActor, partnershipId: string, number: number): Promise<{ today: string; risk: RiskView; reviews: RiskReviewView[]; owners: OwnerChoice[] } | null> {
  return as(actor, async (tx) => {
    const { risks: [risk], owners } = await readRisks(tx, partnershipId, eq(risks.number, number));
    if (!risk) return null;
    const rows = await tx.db.select().from(riskReviews).where(eq(riskReviews.riskId, risk.id)).orderBy(asc(riskReviews.number));
    const reviews = rows.map(({ number: nth, onDay, likelihood, impact, mitigation, ownerPostId, reviewOn, words, office }) => ({ number: nth, onDay, likelihood, impact, mitigation, owner: owners.textOf(ownerPostId), reviewOn, words, office }));
    return { today: tx.today, risk, reviews, owners: owners.choices };
  });
}

/** Who can own a risk today. */
export async function getOwnerChoices(actor: SessionActor, partnershipId: string): Promise<{ today: string; owners: OwnerChoice[] }> {
  return as(actor, async (tx) => ({ today: tx.today, owners: await readOwnerChoices(tx, partnershipId) }));
}

export async function readOwnerChoices(tx: Tx, partnershipId: string): Promise<OwnerChoice[]> {
  return (await readOwners(tx, partnershipId)).choices;
}

/** The risks whose review is overdue, of the signed-in person's posts; for those who keep the register, all of them. */
export async function readWaitingRisks(tx: SessionTx, partnershipId: string): Promise<WaitingRisks> {
  const held = tx.me.holds.filter((each) => each.partnershipId === partnershipId);
  if (!can(tx.me, "read-risks", { partnershipId })) return { overdue: [] };
  const posts = held.map((each) => each.postId);
  const keeps = held.some((each) => each.role === "business-manager");
  const rows = await tx.db.select({ number: risks.number, title: risks.title, reviewOn: risks.reviewOn, owner: risks.ownerPostId }).from(risks).where(and(eq(risks.partnershipId, partnershipId), isNull(risks.closedOn), lt(risks.reviewOn, tx.today))).orderBy(asc(risks.reviewOn));
  return { overdue: rows.filter((row) => keeps || posts.includes(row.owner)).map(({ number, title, reviewOn }) => ({ number, title, reviewOn })) };
}
