import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";

import { allOf } from "#app/domain/shared/all-of.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { wordsIn } from "#app/domain/shared/words-in.server.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { actionEntries, actions, agencies, agencyMemberships, posts, seats } from "#db/schema/index.ts";

import { actionsOnPage, type ActionFilter, type ActionQuery } from "./action-query.ts";
import { comesFrom, findOriginTitle, originIdOf, originTables, type OriginTitle, readOriginTitles } from "./origin-tables.server.ts";
import { type ActionOrigin, origins, readOriginKind } from "./origins.ts";
import { isOwner, nameOfPost, standingOn } from "./owners.server.ts";
import { dueSoonDays, meansFor } from "./rules.ts";
import type { ActionInFull, ActionRow, OwnerChoices } from "./views.ts";

/** What is open first, by the day it is due. */
const inOrder = [asc(sql`${actions.state} = 'closed'`), asc(actions.dueOn), asc(actions.id)];

/** Actions as far as the actor sees them, with their agencies and what they come from. Only the page is read whole. */
export async function readActions(tx: Tx, partnershipId: string, where: SQL | undefined, page?: { limit: number; offset: number }): Promise<ActionRow[]> {
  const query = tx.db.select().from(actions).where(and(eq(actions.partnershipId, partnershipId), where)).orderBy(...inOrder).$dynamic();
  const rows = await (page ? query.limit(page.limit).offset(page.offset) : query);
  const agencyNames = await readAgencyNames(tx, rows.flatMap(({ membershipId }) => membershipId ?? []));
  const titles = await readOriginTitles(tx, partnershipId, rows);
  return rows.map((action) => toRow(action, agencyNames.get(action.membershipId ?? "") ?? null, titles));
}

async function readAgencyNames({ db }: Tx, membershipIds: readonly string[]): Promise<Map<string, string>> {
  if (membershipIds.length === 0) return new Map();
  const rows = await db.select({ id: agencyMemberships.id, name: agencies.legalName }).from(agencyMemberships).innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId)).where(sql`${agencyMemberships.id} in ${idsIn([...new Set(membershipIds)])}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toRow(action: typeof actions.$inferSelect, agency: string | null, titles: ReadonlyMap<string, OriginTitle>): ActionRow {
  const { id, origin, what, owner, ownerPostId, membershipId, originalDueOn, dueOn, state, closedAt, revision } = action;
  const originId = originIdOf(action);
  const of = titles.get(originId ?? "");
  return { id, origin, originId, originTitle: of?.title ?? null, originAt: of?.at ?? originId, what, owner, ownerPostId, membershipId, agency, originalDueOn, dueOn, state, closedOn: closedAt && dayInLondon(closedAt), revision };
}

/** That an action is the signed-in person's: of a post they hold, or of an agency they speak for. */
export const isMine = sql`(${actions.ownerPostId} in (select portal.my_posts()) or ${actions.membershipId} in (select portal.my_agency_memberships()))`;

const states: Record<ActionFilter, (today: string) => SQL> = {
  open: () => sql`${actions.state} = 'open'`,
  overdue: (today) => sql`${actions.state} = 'open' and ${actions.dueOn} < ${today}`,
  "due-soon": (today) => sql`${actions.state} = 'open' and ${actions.dueOn} between ${today}::date and ${today}::date + ${dueSoonDays}::int`,
  "proposed-done": () => sql`${actions.state} = 'proposed-done'`,
  closed: () => sql`${actions.state} = 'closed'`,
};

function asked({ q, state, origin, owner, mine }: ActionQuery, today: string): SQL | undefined {
  return and(
    ...wordsIn(q, (hasIt) => sql`${hasIt(sql`lower(${actions.what})`)} or ${hasIt(sql`lower(${actions.owner})`)} or exists (select from portal.agency_memberships m join portal.agencies g on g.id = m.agency_id where m.id = ${actions.membershipId} and ${hasIt(sql`g.search_text`)})`),
    state ? states[state](today) : undefined,
    origin ? eq(actions.origin, origin) : undefined,
    owner ? sql`${owner}::uuid in (${actions.ownerPostId}, ${actions.membershipId})` : undefined,
    mine ? isMine : undefined,
  );
}

export interface ActionCounts {
  all: number;
  open: number;
  overdue: number;
  proposed: number;
}

export interface ActionList {
  today: string;
  counts: ActionCounts;
  /** Whose the actions of the partnership are: offices and agencies, for the filter. */
  owners: { id: string; name: string }[];
  found: number;
  page: number;
  pages: number;
  items: ActionRow[];
}

/** One page of the actions that the actor sees and asks for. @param page counted from 1; beyond the last, the last */
export async function listActions(actor: SessionActor, partnershipId: string, query: ActionQuery, page = 1): Promise<ActionList> {
  return as(actor, async (tx) => {
    const where = asked(query, tx.today);
    const { counted: { found, ...counts }, owners } = await allOf({ counted: countActions(tx, partnershipId, where), owners: readOwners(tx, partnershipId) });
    const pages = Math.max(1, Math.ceil(found / actionsOnPage));
    const at = Math.min(Math.max(1, page), pages);
    return { today: tx.today, counts, owners, found, page: at, pages, items: await readActions(tx, partnershipId, where, { limit: actionsOnPage, offset: (at - 1) * actionsOnPage }) };
  });
}

/** Every action that the actor sees and asks for. */
export async function listAllActions(actor: SessionActor, partnershipId: string, query: ActionQuery): Promise<{ today: string; items: ActionRow[] }> {
  return as(actor, async (tx) => ({ today: tx.today, items: await readActions(tx, partnershipId, asked(query, tx.today)) }));
}

/** How many there are, and how many of them are asked for. */
async function countActions({ db, today }: Tx, partnershipId: string, where: SQL | undefined): Promise<ActionCounts & { found: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${actions.state} <> 'closed'))::int`,
      overdue: sql<number>`(count(*) filter (where ${states.overdue(today)}))::int`,
      proposed: sql<number>`(count(*) filter (where ${actions.state} = 'proposed-done'))::int`,
      found: sql<number>`(count(*) filter (where ${where ?? sql`true`}))::int`,
    })
    .from(actions)
    .where(eq(actions.partnershipId, partnershipId));
  return row ?? { all: 0, open: 0, overdue: 0, proposed: 0, found: 0 };
}

async function readOwners(tx: Tx, partnershipId: string): Promise<{ id: string; name: string }[]> {
  const ids = await tx.db.selectDistinct({ postId: actions.ownerPostId, membershipId: actions.membershipId }).from(actions).where(eq(actions.partnershipId, partnershipId));
  const postIds = ids.flatMap(({ postId }) => postId ?? []);
  const offices = postIds.length === 0 ? [] : await tx.db.select({ id: posts.id, office: posts.office, body: posts.body, seat: seats.name }).from(posts).leftJoin(seats, eq(seats.id, posts.seatId)).where(inArray(posts.id, postIds));
  const agencyNames = await readAgencyNames(tx, ids.flatMap(({ membershipId }) => membershipId ?? []));
  return [...offices.map((post) => ({ id: post.id, name: nameOfPost(post) })), ...[...agencyNames].map(([id, name]) => ({ id, name }))].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** The actions that come from this, what is open first: for the page of what they come from. */
export async function listActionsOf(actor: SessionActor, partnershipId: string, origin: ActionOrigin): Promise<{ today: string; actions: ActionRow[] }> {
  return as(actor, async (tx) => ({ today: tx.today, actions: await readActionsOf(tx, partnershipId, origin) }));
}

/** The same in a transaction that is open. */
export async function readActionsOf(tx: Tx, partnershipId: string, origin: ActionOrigin): Promise<ActionRow[]> {
  return readActions(tx, partnershipId, comesFrom(origin));
}

/** What a new action comes from, as an address says it; null when nothing is there that an action can be recorded of. */
export async function findOrigin(actor: SessionActor, partnershipId: string, kindText: string | null, id: string | null): Promise<{ origin: ActionOrigin; title: string | null; at: string | null } | null> {
  const kind = kindText === null ? "own" : readOriginKind(kindText);
  if (kind === null || !origins[kind].recordable) return null;
  if (kind === "own") return { origin: { kind }, title: null, at: null };
  if (!isUuid(id ?? "")) return null;
  const origin = { kind, id: id ?? "" };
  const found = await as(actor, (tx) => findOriginTitle(tx, partnershipId, origin));
  return found && { origin, title: found.title, at: found.at ?? found.id };
}

/** An action with its story and what the actor may do with it, or null when they see none by that id. */
export async function findAction(actor: SessionActor, partnershipId: string, actionId: string): Promise<ActionInFull | null> {
  if (!isUuid(actionId)) return null;
  return as(actor, async (tx) => {
    const [stored] = await tx.db.select().from(actions).where(and(eq(actions.id, actionId), eq(actions.partnershipId, partnershipId)));
    const [row] = stored ? await readActions(tx, partnershipId, eq(actions.id, actionId)) : [];
    if (!stored || !row) return null;
    const standing = await standingOn(tx, stored);
    const involved = stored.proposedBy === tx.me.personId || (await isOwner(tx, stored));
    return { ...row, today: tx.today, story: await readStory(tx, actionId), standing, involved, originDetail: await readDetail(tx, stored), may: meansFor(tx.me, partnershipId, { origin: row.origin, standing, involved }) };
  });
}

async function readDetail(tx: Tx, stored: typeof actions.$inferSelect): Promise<string | null> {
  return stored.origin === "own" ? null : ((await originTables[stored.origin].detail?.(tx, stored)) ?? null);
}

async function readStory({ db }: SessionTx, actionId: string): Promise<ActionInFull["story"]> {
  const entries = await db.select().from(actionEntries).where(eq(actionEntries.actionId, actionId)).orderBy(asc(actionEntries.number));
  return entries.map(({ number, kind, text, dueBefore, dueAfter, ownerBefore, ownerAfter, saidAt, office, onBehalf }) => ({ number, kind, text, dueBefore, dueAfter, ownerBefore, ownerAfter, saidAt: saidAt.toISOString(), office, onBehalf }));
}

/** Whose an action can be. */
export async function getOwnerChoices(actor: SessionActor, partnershipId: string): Promise<OwnerChoices> {
  return as(actor, async (tx) => {
    const offices = await tx.db
      .select({ id: posts.id, office: posts.office, body: posts.body, seat: seats.name })
      .from(posts)
      .leftJoin(seats, eq(seats.id, posts.seatId))
      .where(and(eq(posts.partnershipId, partnershipId), ne(posts.role, "agency-contact"), sql`${posts.validFrom} <= ${tx.today} and (${posts.validTo} is null or ${posts.validTo} > ${tx.today})`))
      .orderBy(asc(seats.position), asc(posts.role), asc(posts.office));
    const registered = await tx.db
      .select({ id: agencyMemberships.id, name: agencies.legalName })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(and(eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")))
      .orderBy(asc(sql`lower(${agencies.legalName})`));
    return { today: tx.today, posts: offices.map((post) => ({ id: post.id, name: nameOfPost(post) })), agencies: registered };
  });
}
