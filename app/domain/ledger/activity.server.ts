import { and, count, desc, eq, gte, ne, sql } from "drizzle-orm";

import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { appointments, guidanceItems, ledgerEntries, ledgerPayloads, people, posts, seats, sections, versions } from "#db/schema/index.ts";

import { can } from "../access/rules.ts";
import { allOf } from "../shared/all-of.ts";
import { showDate } from "../shared/dates.ts";
import type { LedgerEventType } from "./events.ts";
import { describeEvent, named, type Names } from "./wording.ts";

/** One entry of the ledger, in plain words. */
export interface ActivityLine {
  seq: number;
  at: Date;
  author: string;
  /** After the author's name: "signed version 2 for NHS Calder ICB". */
  text: string;
}

export interface Activity {
  lines: ActivityLine[];
  total: number;
  page: number;
  pages: number;
  /** The first entry that does not hold together with the one before, or null: every hash was computed again. */
  firstBreak: number | null;
}

export const entriesPerPage = 40;

/** Hundreds of agencies save a dozen answers each: not what changed in a partnership, and on the page of all activity like the rest. */
const manyAtOnce: LedgerEventType = "assessment.answer-saved";

/** One page of a partnership's ledger, newest first. Null when the actor may not read it or there is no such page. */
export async function findActivity(actor: SessionActor, partnershipId: string, page: number): Promise<Activity | null> {
  return as(actor, async (tx) => {
    if (!can(tx.me, "read-activity", { partnershipId })) return null;
    const [counted] = await tx.db.select({ total: count() }).from(ledgerEntries).where(eq(ledgerEntries.partnershipId, partnershipId));
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / entriesPerPage));
    if (page > pages) return null;
    const [chain] = await tx.db.execute<{ broken: string | null }>(sql`select ledger.first_break(${partnershipId}) as broken`);
    const lines = await readLines(tx, partnershipId, { limit: entriesPerPage, offset: (page - 1) * entriesPerPage });
    return { lines, total, page, pages, firstBreak: chain?.broken ? Number(chain.broken) : null };
  });
}

/** The newest entries since a moment, newest first; empty when the actor may not read the ledger. */
export async function listRecentActivity(actor: SessionActor, partnershipId: string, { days, limit }: { days: number; limit: number }): Promise<{ since: Date; lines: ActivityLine[] }> {
  return as(actor, async (tx) => {
    const since = new Date(tx.now.getTime() - days * 86_400_000);
    const may = can(tx.me, "read-activity", { partnershipId });
    return { since, lines: may ? await readLines(tx, partnershipId, { limit, offset: 0, since }) : [] };
  });
}

async function readLines(tx: SessionTx, partnershipId: string, { limit, offset, since }: { limit: number; offset: number; since?: Date }): Promise<ActivityLine[]> {
  const entries = tx.db
    .select({ seq: ledgerEntries.seq, at: ledgerEntries.at, actor: ledgerEntries.actor, type: ledgerEntries.type, body: ledgerPayloads.body })
    .from(ledgerEntries)
    .innerJoin(ledgerPayloads, and(eq(ledgerPayloads.chain, ledgerEntries.chain), eq(ledgerPayloads.seq, ledgerEntries.seq)))
    .where(and(eq(ledgerEntries.partnershipId, partnershipId), since ? and(gte(ledgerEntries.at, since), ne(ledgerEntries.type, manyAtOnce)) : undefined))
    .orderBy(desc(ledgerEntries.seq))
    .limit(limit)
    .offset(offset);
  const { rows, names } = await allOf({ rows: entries, names: readNames(tx, partnershipId) });
  return rows.map(({ seq, at, actor, type, body }) => ({
    seq,
    at,
    author: actor.startsWith("person:") ? names.person(actor.slice("person:".length)) : actor.startsWith("link:") ? "A relevant agency, by its link," : "The portal",
    text: body ? describeEvent({ type, data: readData(body) }, names) : "The particulars of this entry were erased.",
  }));
}

function readData(body: Uint8Array): Record<string, unknown> {
  const data: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** The names of what a partnership's entries speak of. What row-level security hides has a general name. */
async function readNames(tx: SessionTx, partnershipId: string): Promise<Names> {
  const { db } = tx;
  const found = await allOf({
    people: db.select({ id: people.id, name: people.name }).from(people),
    seats: db.select({ id: seats.id, name: seats.name }).from(seats).where(eq(seats.partnershipId, partnershipId)),
    versions: db.select({ id: versions.id, kind: versions.kind, number: versions.number }).from(versions).where(eq(versions.partnershipId, partnershipId)),
    sections: db.select({ id: sections.id, title: sections.title }).from(sections).where(eq(sections.partnershipId, partnershipId)),
    items: db.select({ id: guidanceItems.id, title: guidanceItems.title }).from(guidanceItems),
    held: db
      .select({ id: appointments.id, personId: appointments.personId, office: posts.office, seatId: appointments.seatId })
      .from(appointments)
      .innerJoin(posts, eq(posts.id, appointments.postId))
      .where(eq(appointments.partnershipId, partnershipId)),
  });
  const byId = (rows: { id: string; name: string }[]) => new Map(rows.map((row) => [row.id, row.name]));
  const persons = byId(found.people);
  const seatNames = byId(found.seats);
  const versionNames = byId(found.versions.map(({ id, kind, number }) => ({ id, name: `version ${String(number)}${kind === "arrangements" ? "" : ` of the ${named(kind)}`}` })));
  const sectionNames = byId(found.sections.map(({ id, title }) => ({ id, name: `“${title}”` })));
  const items = byId(found.items.map(({ id, title }) => ({ id, name: `“${title}”` })));
  const person = (id: string) => persons.get(id) ?? "Somebody outside the partnership";
  const seat = (id: string) => seatNames.get(id) ?? "a seat";
  const offices = byId(found.held.map(({ id, personId, office, seatId }) => ({ id, name: `${person(personId)} as ${office}${seatId ? `, ${seat(seatId)}` : ""}` })));
  return {
    person,
    seat,
    version: (id) => versionNames.get(id) ?? "a version",
    section: (id) => sectionNames.get(id) ?? "that was removed",
    appointment: (id) => offices.get(id) ?? "somebody",
    item: (id) => items.get(id) ?? "an item of the guidance",
    date: showDate,
  };
}
