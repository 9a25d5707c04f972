import { and, asc, type Column, desc, eq, sql, type SQL } from "drizzle-orm";

import { dayInLondon } from "#app/domain/shared/dates.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { wordsIn } from "#app/domain/shared/words-in.server.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { agencies, agencyAcknowledgements, agencyChanges, agencyCategories, agencyMemberships, agencyNotices, agencyReplies, noticeRules } from "#db/schema/index.ts";

import { type NoticeQuery, noticesOnPage } from "./notice-query.ts";
import { inState, noticeState } from "./notice-state.server.ts";
import type { AgencyNotices, LetterView, NoticeRules, Notices, NoticesWaiting, ReplyView, ToldPage } from "./notice-view.ts";
import { type NoticeState, noticeStates } from "./vocabulary.ts";

const m = agencyMemberships;
const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const letter = sql<LetterView | null>`(select jsonb_build_object('kind', n.kind, 'status', n.status, 'at', ${iso(sql`n.status_at`)}, 'problem', n.problem, 'sentTo', n.shown_as)
  from portal.agency_notices n where n.membership_id = ${m.id} and n.naming = ${m.naming} and n.kind <> 'answer' and n.status <> 'dropped' order by n.number desc limit 1)`;

function toldAgencies({ db }: Tx) {
  return db
    .select({ id: m.id, legalName: agencies.legalName, category: agencyCategories.title, state: sql<NoticeState>`${noticeState}`, toldOn: m.toldOn, acknowledgedOn: m.acknowledgedOn, contactEmail: m.contactEmail, letter })
    .from(m)
    .innerJoin(agencies, eq(agencies.id, m.agencyId))
    .innerJoin(agencyCategories, and(eq(agencyCategories.listId, m.categoryList), eq(agencyCategories.id, m.category)))
    .$dynamic();
}

const byName = [asc(sql`lower(${agencies.legalName})`), asc(m.id)];

/** One page of the named agencies that are asked for, with the figures of all and what waits for a decision. */
export async function findNotices(actor: SessionActor, partnershipId: string, { q, state }: NoticeQuery, asked: number): Promise<Notices> {
  return as(actor, async (tx) => {
    const figures = await countByState(tx, partnershipId);
    const where = and(eq(m.partnershipId, partnershipId), inState(state ? [state] : noticeStates), ...wordsIn(q, (hasIt) => sql`${hasIt(agencies.searchText)} or ${hasIt(sql`lower(${m.contactEmail})`)}`));
    return { figures, named: Object.values(figures).reduce((sum, each) => sum + each, 0), ...(await readPage(tx, where, asked)), replies: await readReplies(tx, partnershipId, sql`${agencyReplies.outcome} is null`) };
  });
}

async function countByState({ db }: Tx, partnershipId: string): Promise<Record<NoticeState, number>> {
  const rows = await db.execute<{ state: NoticeState; count: number }>(sql`select state, count(*)::int as count from (select ${noticeState} as state from ${m} where ${m.partnershipId} = ${partnershipId}::uuid and ${m.status} = 'named') counted group by state`);
  const none = Object.fromEntries(noticeStates.map((state) => [state, 0])) as Record<NoticeState, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** One page of the named agencies in one state, by name, with how many are in each. */
export async function findInState(actor: SessionActor, partnershipId: string, state: NoticeState, asked: number): Promise<ToldPage & { figures: Record<NoticeState, number>; rules: NoticeRules }> {
  return as(actor, async (tx) => ({ rules: await readRules(tx), ...(await readPage(tx, and(eq(m.partnershipId, partnershipId), inState([state])), asked)), figures: await countByState(tx, partnershipId) }));
}

async function readRules({ db }: Tx): Promise<NoticeRules> {
  const [rules] = await db.select({ linkDays: noticeRules.linkDays, reminderDays: noticeRules.reminderDays }).from(noticeRules);
  if (!rules) throw new Error("there are no rules for letters");
  return rules;
}

/** One page of the named agencies without an address of their own, by name. */
export async function findWithoutAddress(actor: SessionActor, partnershipId: string, asked: number): Promise<ToldPage> {
  return as(actor, (tx) => readPage(tx, and(eq(m.partnershipId, partnershipId), eq(m.status, "named"), sql`${m.contactEmail} is null`), asked));
}

async function readPage(tx: Tx, where: SQL | undefined, asked: number): Promise<ToldPage> {
  const [{ found = 0 } = {}] = await tx.db.select({ found: sql<number>`count(*)::int` }).from(m).innerJoin(agencies, eq(agencies.id, m.agencyId)).where(where);
  const pages = Math.max(1, Math.ceil(found / noticesOnPage));
  const page = Math.min(Math.max(1, asked), pages);
  return { agencies: await toldAgencies(tx).where(where).orderBy(...byName).limit(noticesOnPage).offset((page - 1) * noticesOnPage), found, page, pages };
}

/** What was written to one agency and what came back, newest first. */
export async function getAgencyNotices(actor: SessionActor, partnershipId: string, membershipId: string): Promise<AgencyNotices> {
  return as(actor, async (tx) => {
    const here = and(eq(m.id, membershipId), eq(m.partnershipId, partnershipId));
    const [row] = await tx.db.select({ state: noticeState, acknowledgedOn: m.acknowledgedOn, naming: m.naming }).from(m).where(here);
    const [found] = await tx.db.select().from(agencyAcknowledgements).where(and(eq(agencyAcknowledgements.membershipId, membershipId), eq(agencyAcknowledgements.naming, row?.naming ?? 0)));
    const letters = await tx.db
      .select({ id: agencyNotices.id, kind: agencyNotices.kind, status: agencyNotices.status, at: agencyNotices.statusAt, problem: agencyNotices.problem, sentTo: agencyNotices.shownAs })
      .from(agencyNotices)
      .where(and(eq(agencyNotices.membershipId, membershipId), eq(agencyNotices.partnershipId, partnershipId)))
      .orderBy(desc(agencyNotices.number))
      .limit(20);
    const on = found && dayInLondon(found.acknowledgedAt);
    // Somebody may have put another day in the register by hand since.
    const acknowledgement = found && on && on === row?.acknowledgedOn ? { on, name: found.name, post: found.post, reference: found.reference } : null;
    return { state: row?.state ?? null, acknowledgement, letters: letters.map((each) => ({ ...each, at: each.at.toISOString() })), replies: await readReplies(tx, partnershipId, eq(agencyReplies.membershipId, membershipId)) };
  });
}

/** One thing that an agency wrote back, or null. */
export async function findReply(actor: SessionActor, partnershipId: string, replyId: string): Promise<ReplyView | null> {
  if (!isUuid(replyId)) return null;
  return as(actor, async (tx) => (await readReplies(tx, partnershipId, eq(agencyReplies.id, replyId)))[0] ?? null);
}

async function readReplies({ db }: Tx, partnershipId: string, which: SQL): Promise<ReplyView[]> {
  const rows = await db
    .select({ reply: agencyReplies, legalName: agencies.legalName, keptBy: agencies.keptBy, contactEmail: m.contactEmail })
    .from(agencyReplies)
    .innerJoin(m, eq(m.id, agencyReplies.membershipId))
    .innerJoin(agencies, eq(agencies.id, m.agencyId))
    .where(and(eq(agencyReplies.partnershipId, partnershipId), which))
    .orderBy(desc(agencyReplies.saidAt), asc(agencyReplies.id))
    .limit(100);
  return rows.map(({ reply: { id, membershipId, kind, proposed, before, saidBy, saidByPost, saidAt, outcome, decidedAt, reason }, legalName, keptBy, contactEmail }) => ({
    id, membershipId, legalName, contactEmail, nameIsOurs: keptBy === partnershipId, kind, proposed, before, saidBy, saidByPost, saidOn: dayInLondon(saidAt), outcome, decidedOn: decidedAt && dayInLondon(decidedAt), reason,
  }));
}

/** What of acknowledgement waits for somebody, each with the day since when; for the home page. */
export async function readNoticesWaiting(tx: SessionTx, partnershipId: string): Promise<NoticesWaiting> {
  const counted = (at: Column) => ({ count: sql<number>`count(*)::int`, since: sql<string | null>`(min(${at}) at time zone 'Europe/London')::date::text` });
  const [replies] = await tx.db.select(counted(agencyReplies.saidAt)).from(agencyReplies).where(and(eq(agencyReplies.partnershipId, partnershipId), sql`${agencyReplies.outcome} is null`));
  const [changes] = await tx.db.select(counted(agencyChanges.proposedAt)).from(agencyChanges).where(and(eq(agencyChanges.partnershipId, partnershipId), eq(agencyChanges.status, "open")));
  const rows = await tx.db.execute<{ state: NoticeState; count: number; since: string }>(sql`
    select state, count(*)::int as count, min(named_on)::text as since from (select ${noticeState} as state, ${m.namedOn} as named_on from ${m} where ${m.partnershipId} = ${partnershipId}::uuid and ${m.status} = 'named') counted
    where state in ('came-back', 'to-tell') group by state`);
  const waiting = (state: NoticeState) => {
    const row = rows.find((each) => each.state === state);
    return row ? { count: row.count, since: row.since } : null;
  };
  const some = (found: { count: number; since: string | null } | undefined) => (found?.since ? { count: found.count, since: found.since } : null);
  return { replies: some(replies), changes: some(changes), cameBack: waiting("came-back"), toTell: waiting("to-tell") };
}
