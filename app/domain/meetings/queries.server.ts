import { and, asc, count, desc, eq, gt, inArray, isNull, lte, ne, or, type SQL } from "drizzle-orm";

import { nameOf, readChoices } from "#app/domain/funding/shared/names.server.ts";
import type { PartnershipChoice } from "#app/domain/funding/shared/shared-view.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { meetingItems, meetingMoves, meetings, meetingShares } from "#db/schema/index.ts";

import { readAttendance } from "./attendance/parties.server.ts";
import type { ApprovingMeeting, ItemView, ListedMeeting, MeetingView, MinutesText, MoveView, QuorumView, ShareView, WholeMeeting } from "./meeting-view.ts";
import { noMinutes, readMinutes, readTexts } from "./minutes/read-minutes.server.ts";
import { readQuorumRules } from "./quorum/record-rule.server.ts";
import { quorumOf, ruleOn } from "./rules.ts";
import type { MeetingKind } from "./vocabulary.ts";
import { renderWords } from "./words.server.ts";

type MeetingRow = typeof meetings.$inferSelect;
type ShareRow = typeof meetingShares.$inferSelect;

/** How many meetings a page of those that are over has. */
export const meetingsOnPage = 30;

/** The meetings of a partnership, its own and those of which it has a share; still to come, and a page of those that are over. */
export async function listMeetings(actor: SessionActor, partnershipId: string, { kind, page }: { kind: MeetingKind | null; page: number }): Promise<{ coming: ListedMeeting[]; past: ListedMeeting[]; pastCount: number; page: number; pages: number }> {
  return as(actor, async (tx) => {
    const shares = await readShares(tx, partnershipId);
    const theirs = and(ofPartnership(partnershipId, shares), kind === null ? undefined : eq(meetings.kind, kind));
    const over = and(theirs, lte(meetings.endsAt, tx.now));
    const { counted: [{ many: pastCount = 0 } = {}], coming } = await allOf({
      counted: tx.db.select({ many: count() }).from(meetings).where(over),
      coming: tx.db.select().from(meetings).where(and(theirs, gt(meetings.endsAt, tx.now))).orderBy(asc(meetings.startsAt)),
    });
    const pages = Math.max(1, Math.ceil(pastCount / meetingsOnPage));
    const shown = Math.min(Math.max(1, page), pages);
    const past = await tx.db.select().from(meetings).where(over).orderBy(desc(meetings.startsAt)).limit(meetingsOnPage).offset((shown - 1) * meetingsOnPage);
    const listed = await listOf(tx, partnershipId, [...coming, ...past], shares);
    return { coming: listed.slice(0, coming.length), past: listed.slice(coming.length), pastCount, page: shown, pages };
  });
}

/** Its own shares of meetings that others host, without those it declined. */
async function readShares({ db }: Tx, partnershipId: string): Promise<ShareRow[]> {
  return db.select().from(meetingShares).where(and(eq(meetingShares.partnershipId, partnershipId), ne(meetingShares.state, "declined")));
}

function ofPartnership(partnershipId: string, shares: readonly ShareRow[]): SQL | undefined {
  const own = eq(meetings.partnershipId, partnershipId);
  return shares.length === 0 ? own : or(own, inArray(meetings.id, shares.map((share) => share.meetingId)));
}

async function listOf(tx: Tx, partnershipId: string, rows: readonly MeetingRow[], shares: readonly ShareRow[]): Promise<ListedMeeting[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { choices, items, rules, attendance } = await allOf({
    choices: readChoices(tx),
    items: tx.db.select({ meetingId: meetingItems.meetingId, many: count() }).from(meetingItems).where(and(inArray(meetingItems.meetingId, ids), isNull(meetingItems.removedAt))).groupBy(meetingItems.meetingId),
    rules: readQuorumRules(tx, partnershipId),
    attendance: readAttendance(tx, ids),
  });
  return rows.map((row) => {
    const came = attendance.filter((each) => each.meetingId === row.id && each.ofPartnershipId === partnershipId);
    return {
      ...toMeeting(row, choices, shares.find((share) => share.meetingId === row.id)),
      items: items.find((each) => each.meetingId === row.id)?.many ?? 0,
      quorate: quorumOf(ruleOn(rules, row.kind, dayInLondon(row.startsAt)), came).quorate,
    };
  });
}

function toMeeting({ partnershipId, recordedAt: _at, recordedBy: _by, cancelledAt: _when, cancelledBy: _who, approvedAt: _on, approvedBy: _whom, startsAt, endsAt, firstStartsAt, ...rest }: MeetingRow, choices: readonly PartnershipChoice[], share?: ShareRow): MeetingView {
  return { ...rest, host: { id: partnershipId, name: nameOf(choices, partnershipId) }, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), firstStartsAt: firstStartsAt.toISOString(), share: share?.state ?? null };
}

/** One meeting of a partnership, its own or shared with it, without what is in it; null when there is none for the actor. */
export async function findMeeting(actor: SessionActor, partnershipId: string, meetingId: string): Promise<{ now: string; meeting: MeetingView } | null> {
  return as(actor, async (tx) => {
    const found = await readMeeting(tx, partnershipId, meetingId);
    return found && { now: tx.now.toISOString(), meeting: found.meeting };
  });
}

/** The same in a transaction that has begun, with the names of partnerships. */
export async function readMeeting(tx: SessionTx, partnershipId: string, meetingId: string): Promise<{ meeting: MeetingView; choices: PartnershipChoice[] } | null> {
  if (!isUuid(meetingId)) return null;
  const shares = (await readShares(tx, partnershipId)).filter((share) => share.meetingId === meetingId);
  const [row] = await tx.db.select().from(meetings).where(and(eq(meetings.id, meetingId), ofPartnership(partnershipId, shares)));
  if (!row) return null;
  const choices = await readChoices(tx);
  return { meeting: toMeeting(row, choices, shares[0]), choices };
}

/** The same with everything in it: of a share that is not accepted, nothing but when, where and whose it is. */
export async function findWholeMeeting(actor: SessionActor, partnershipId: string, meetingId: string): Promise<(WholeMeeting & { now: string }) | null> {
  return as(actor, async (tx) => {
    const found = await readMeeting(tx, partnershipId, meetingId);
    if (!found) return null;
    const { meeting, choices } = found;
    const shares = await readSharesOf(tx, meeting.id, choices);
    const attendance = (await readAttendance(tx, [meeting.id])).map(({ meetingId: _of, ...each }) => each);
    const having = [meeting.host, ...shares.filter((share) => share.state === "accepted").map(({ partnershipId: id, name }) => ({ id, name }))];
    const quorum: QuorumView[] = [];
    for (const { id, name } of meeting.share === "proposed" ? [] : having) {
      const rule = ruleOn(await readQuorumRules(tx, id), meeting.kind, dayInLondon(new Date(meeting.startsAt)));
      quorum.push({ partnershipId: id, partnership: name, rule, ...quorumOf(rule, attendance.filter((each) => each.ofPartnershipId === id)) });
    }
    return { now: tx.now.toISOString(), meeting, moves: await readMoves(tx, meeting.id), items: await readItems(tx, meeting.id), shares, attendance, quorum, approving: await readApproving(tx, meeting.approvedIn) };
  });
}

async function readSharesOf({ db }: Tx, meetingId: string, choices: readonly PartnershipChoice[]): Promise<ShareView[]> {
  const rows = await db.select().from(meetingShares).where(eq(meetingShares.meetingId, meetingId));
  return rows.map(({ partnershipId, state, reason }) => ({ partnershipId, name: nameOf(choices, partnershipId), state, reason })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

async function readMoves({ db }: Tx, meetingId: string): Promise<MoveView[]> {
  const rows = await db.select().from(meetingMoves).where(eq(meetingMoves.meetingId, meetingId)).orderBy(asc(meetingMoves.movedAt));
  return rows.map(({ id, fromStartsAt, toStartsAt, reason, office, movedAt }) => ({ id, from: fromStartsAt.toISOString(), to: toStartsAt.toISOString(), reason, office, movedAt: movedAt.toISOString() }));
}

async function readItems(tx: SessionTx, meetingId: string): Promise<ItemView[]> {
  const minutes = await readMinutes(tx, meetingId);
  const rows = await tx.db.select().from(meetingItems).where(and(eq(meetingItems.meetingId, meetingId), isNull(meetingItems.removedAt))).orderBy(asc(meetingItems.position), asc(meetingItems.id));
  return rows.map(({ id, title, purpose, papers, revision }) => ({ id, title, purpose, papers, papersHtml: renderWords(papers, `papers-${id}`), revision, minutes: minutes.get(id) ?? noMinutes }));
}

async function readApproving({ db }: Tx, meetingId: string | null): Promise<ApprovingMeeting | null> {
  if (meetingId === null) return null;
  const [row] = await db.select({ id: meetings.id, startsAt: meetings.startsAt }).from(meetings).where(eq(meetings.id, meetingId));
  return row ? { id: row.id, startsAt: row.startsAt.toISOString() } : null;
}

/** With whom a meeting of this partnership can be shared: everybody else who is published, and was not asked or declined. */
export async function listShareChoices(actor: SessionActor, partnershipId: string, asked: readonly ShareView[]): Promise<PartnershipChoice[]> {
  return as(actor, async (tx) => (await readChoices(tx)).filter(({ id }) => id !== partnershipId && !asked.some((share) => share.partnershipId === id && share.state !== "declined")));
}

/** Every text of the minutes of one item of a meeting that the actor may read, the newest first. */
export async function listMinutesTexts(actor: SessionActor, itemId: string): Promise<(MinutesText & { stands: boolean })[]> {
  return as(actor, (tx) => readTexts(tx, itemId));
}
