import { and, asc, desc, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";

import { allOf } from "#app/domain/shared/all-of.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { wordsIn } from "#app/domain/shared/words-in.server.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { agencies, agencyCategories, agencyCategoryLists, agencyMemberships, agencyWithholdings, organisations, partnershipAreas, posts } from "#db/schema/index.ts";

import type { AgencyChoices } from "./agency-choices.ts";
import type { AgencyView, Register } from "./agency-view.ts";
import { inState } from "./notices/notice-state.server.ts";
import { agenciesOnPage, type Attention, type RegisterQuery } from "./register-query.ts";
import type { AgencyCategory, AgencyStatus } from "./vocabulary.ts";

/** Whether any partnership withholds the body's name from the public. */
const isNameWithheld = sql<boolean>`${agencies.id} in (select publication.withheld_agencies())`;

const viewColumns = { membership: agencyMemberships, agency: agencies, category: agencyCategories, withholding: agencyWithholdings, nameWithheld: isNameWithheld };
const itsWithholding = and(eq(agencyWithholdings.membershipId, agencyMemberships.id), isNull(agencyWithholdings.endedAt));
const itsAgency = eq(agencies.id, agencyMemberships.agencyId);
const itsCategory = and(eq(agencyCategories.listId, agencyMemberships.categoryList), eq(agencyCategories.id, agencyMemberships.category));

const byName = [asc(sql`lower(${agencies.legalName})`), asc(agencyMemberships.id)];

/** Agencies of a partnership with their categories, before what is asked of them. */
function registerOf(tx: Tx) {
  return tx.db.select(viewColumns).from(agencyMemberships).innerJoin(agencies, itsAgency).innerJoin(agencyCategories, itsCategory).leftJoin(agencyWithholdings, itsWithholding).$dynamic();
}

/** One page of what is asked for, with how many there are on all pages. The many are counted and sorted by little more than their ids; only the page is read whole. */
function pageOf(tx: Tx, where: SQL | undefined, page: number) {
  const hits = tx.db
    .select({ id: agencyMemberships.id, found: sql<number>`(count(*) over ())::int`.as("found") })
    .from(agencyMemberships)
    .innerJoin(agencies, itsAgency)
    .where(where)
    .orderBy(...byName)
    .limit(agenciesOnPage)
    .offset((page - 1) * agenciesOnPage)
    .as("hits");
  return tx.db
    .select({ ...viewColumns, found: hits.found })
    .from(hits)
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, hits.id))
    .innerJoin(agencies, itsAgency)
    .innerJoin(agencyCategories, itsCategory)
    .leftJoin(agencyWithholdings, itsWithholding)
    .orderBy(...byName);
}

type Row = Awaited<ReturnType<typeof registerOf>>[number];

function toView({ membership, agency, category, withholding, nameWithheld }: Row): AgencyView {
  const { id, agencyId, partnershipId, inclusion, reason, howWeWork, areas, audits, status, namedOn, withdrawnOn, withdrawnReason, toldOn, acknowledgedOn, representativePostId, deputyPostId, contactEmail, revision } = membership;
  const { keptBy, legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, closedOn } = agency;
  return {
    id, agencyId, legalName, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, closedOn,
    ours: keptBy === partnershipId,
    category: toCategory(category),
    inclusion, reason, howWeWork, areas, audits, status, namedOn, withdrawnOn, withdrawnReason, toldOn, acknowledgedOn, representativePostId, deputyPostId, contactEmail, revision, bodyRevision: agency.revision,
    withholding: withholding && { at: withholding.withheldAt.toISOString(), reason: withholding.reason },
    nameWithheld,
  };
}

function toCategory({ listId, id, part, sector, title, paragraph, confidence, inSchedule }: typeof agencyCategories.$inferSelect): AgencyCategory {
  return { listId, id, part, sector, title, paragraph, confidence, inSchedule };
}

const wanting: Record<Attention, SQL> = {
  "no-reason": sql`${agencyMemberships.status} = 'proposed' and ${agencyMemberships.reason} is null`,
  "not-told": sql`${agencyMemberships.status} = 'named' and ${agencyMemberships.toldOn} is null`,
  "not-acknowledged": sql`${agencyMemberships.status} = 'named' and ${agencyMemberships.toldOn} is not null and ${agencyMemberships.acknowledgedOn} is null`,
  "nobody-to-tell": inState(["nobody-to-tell"]),
  "came-back": inState(["came-back"]),
  "no-representative": sql`${agencyMemberships.status} = 'named' and ${agencyMemberships.representativePostId} is null`,
  closed: sql`${agencyMemberships.status} <> 'withdrawn' and ${agencies.closedOn} is not null`,
  withheld: isNameWithheld,
};

/** Whether a membership's category is one of which this holds. Asked of the few categories once, and not of every agency's. */
const inCategories = (condition: SQL) => sql`(${agencyMemberships.categoryList}, ${agencyMemberships.category}) in (select ${agencyCategories.listId}, ${agencyCategories.id} from ${agencyCategories} where ${condition})`;

function matching(partnershipId: string, { q, sector, status, attention }: RegisterQuery): SQL | undefined {
  return and(
    eq(agencyMemberships.partnershipId, partnershipId),
    sector ? inCategories(eq(agencyCategories.sector, sector)) : undefined,
    status ? eq(agencyMemberships.status, status) : undefined,
    attention ? wanting[attention] : undefined,
    ...wordsIn(q, (hasIt) => sql`${hasIt(agencies.searchText)} or ${inCategories(hasIt(sql`lower(${agencyCategories.title})`))}`),
  );
}

/** One page of what is asked for, by name, with how many there are. */
export async function findRegister(actor: SessionActor, partnershipId: string, query: RegisterQuery, asked: number): Promise<Register> {
  return as(actor, async (tx) => {
    const where = matching(partnershipId, query);
    let page = Math.max(1, asked);
    const asking = await allOf({ rows: pageOf(tx, where, page), counts: countByStatus(tx, partnershipId) });
    let rows = asking.rows;
    // Past the last page there are no rows, and so no count: the first page has it.
    if (rows.length === 0 && page > 1) {
      page = pagesOf((await pageOf(tx, where, 1))[0]?.found ?? 0);
      rows = await pageOf(tx, where, page);
    }
    const found = rows[0]?.found ?? 0;
    const pages = pagesOf(found);
    return { counts: asking.counts, found, page, pages, agencies: rows.map(toView) };
  });
}

function pagesOf(found: number): number {
  return Math.max(1, Math.ceil(found / agenciesOnPage));
}

async function countByStatus(tx: Tx, partnershipId: string): Promise<Record<AgencyStatus, number>> {
  const rows = await tx.db.select({ status: agencyMemberships.status, count: sql<number>`count(*)::int` }).from(agencyMemberships).where(eq(agencyMemberships.partnershipId, partnershipId)).groupBy(agencyMemberships.status);
  return { proposed: 0, named: 0, withdrawn: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}

/** Every agency that is asked for, by name: for files, which have no pages. */
export async function listAgencies(actor: SessionActor, partnershipId: string, query: RegisterQuery): Promise<AgencyView[]> {
  return as(actor, async (tx) => (await registerOf(tx).where(matching(partnershipId, query)).orderBy(...byName)).map(toView));
}

/** The whole register, in no order: for whoever compares it with another. */
export async function readWholeRegister(tx: Tx, partnershipId: string): Promise<AgencyView[]> {
  return (await registerOf(tx).where(eq(agencyMemberships.partnershipId, partnershipId))).map(toView);
}

/** The agencies that are named now, by sector and then by name. */
export async function listNamed(tx: Tx, partnershipId: string): Promise<AgencyView[]> {
  const rows = await registerOf(tx)
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.status, "named")))
    .orderBy(asc(agencyCategories.position), ...byName);
  return rows.map(toView);
}

/** Every agency that may be named, by category and then by name. */
export async function listProposed(actor: SessionActor, partnershipId: string): Promise<AgencyView[]> {
  return as(actor, async (tx) => {
    const rows = await registerOf(tx)
      .where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.status, "proposed")))
      .orderBy(asc(agencyCategories.position), ...byName);
    return rows.map(toView);
  });
}

/** One agency of the partnership's register, or null. */
export async function findAgency(actor: SessionActor, partnershipId: string, membershipId: string): Promise<AgencyView | null> {
  if (!isUuid(membershipId)) return null;
  return as(actor, (tx) => findAgencyIn(tx, partnershipId, membershipId));
}

/** The same in a transaction that has begun. The id is that of a membership, whether or not there is one. */
export async function findAgencyIn(tx: Tx, partnershipId: string, membershipId: string): Promise<AgencyView | null> {
  const [row] = await registerOf(tx).where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.id, membershipId)));
  return row ? toView(row) : null;
}

/** The categories of the list that is in force: the newest that has begun. */
export async function listCategories(tx: Tx): Promise<AgencyCategory[]> {
  const [list] = await tx.db.select({ id: agencyCategoryLists.id }).from(agencyCategoryLists).where(lte(agencyCategoryLists.inForceFrom, tx.today)).orderBy(desc(agencyCategoryLists.inForceFrom)).limit(1);
  if (!list) throw new Error("no list of categories is loaded");
  return (await tx.db.select().from(agencyCategories).where(eq(agencyCategories.listId, list.id)).orderBy(asc(agencyCategories.position))).map(toCategory);
}

/** The council areas that a partnership covers today. */
export async function listAreas(tx: Tx, partnershipId: string): Promise<{ code: string; name: string }[]> {
  return tx.db
    .select({ code: organisations.code, name: organisations.name })
    .from(partnershipAreas)
    .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
    .where(and(eq(partnershipAreas.partnershipId, partnershipId), lte(partnershipAreas.validFrom, tx.today), sql`(${partnershipAreas.validTo} is null or ${partnershipAreas.validTo} > ${tx.today})`))
    .orderBy(asc(organisations.name));
}

/** What may be chosen in the form of an agency. */
export async function getChoices(actor: SessionActor, partnershipId: string): Promise<AgencyChoices> {
  return as(actor, async (tx) => ({
    categories: await listCategories(tx),
    areas: await listAreas(tx, partnershipId),
    posts: await tx.db
      .select({ id: posts.id, office: posts.office, body: posts.body })
      .from(posts)
      .where(and(eq(posts.partnershipId, partnershipId), inArray(posts.role, ["agency-contact", "education-representative"]), lte(posts.validFrom, tx.today), sql`(${posts.validTo} is null or ${posts.validTo} > ${tx.today})`))
      .orderBy(asc(posts.body), asc(posts.office)),
  }));
}
