import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";

import { heldOn, holdsOn } from "#app/domain/people/rules.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { bodyMembers, representativeBodies } from "#db/schema/index.ts";

import type { LineQuery } from "./line-query.ts";
import { findLines, listRegisterLines, type RegisterLine, toAgencyLine, voiceOfLine } from "./register-lines.server.ts";
import { readRepresentatives, toRepresentatives } from "./representatives.server.ts";
import { countMembers, representativesOn } from "./rules.ts";
import { membersOnPage, type Voice, voices } from "./vocabulary.ts";
import type { AgencyLine, BodyLine, MemberLine, RepresentativeToRecord, Unrepresented, VoiceView } from "./voice-view.ts";

type StoredBody = typeof representativeBodies.$inferSelect;
type StoredMember = typeof bodyMembers.$inferSelect;

/** Bodies that speak for others today, and the members of each, as far as both are still in the register. */
export interface SpeakingBodies {
  bodies: StoredBody[];
  /** Membership ids by the body's. */
  members: Map<string, Set<string>>;
}

/** Who belongs to which body today. A body whose time is over speaks for nobody. */
export async function readBodies(tx: Tx, partnershipId: string): Promise<SpeakingBodies> {
  const bodies = await tx.db.select().from(representativeBodies).where(eq(representativeBodies.partnershipId, partnershipId));
  const rows = await tx.db.select({ bodyId: bodyMembers.bodyId, memberId: bodyMembers.memberId }).from(bodyMembers).where(and(eq(bodyMembers.partnershipId, partnershipId), isToday(tx.today)));
  const speaking = bodies.filter((body) => holdsOn(body, tx.today));
  return { bodies: speaking, members: new Map(speaking.map(({ membershipId }) => [membershipId, new Set(rows.filter((row) => row.bodyId === membershipId).map((row) => row.memberId))])) };
}

function isToday(today: string) {
  return and(lte(bodyMembers.startsOn, today), or(isNull(bodyMembers.endsOn), gt(bodyMembers.endsOn, today)));
}

/** Who speaks for whom today: representatives, bodies, and how many nobody speaks for. */
export async function getVoice(actor: SessionActor, partnershipId: string): Promise<VoiceView> {
  return as(actor, async (tx) => {
    const lines = await listRegisterLines(tx, partnershipId);
    const speaking = await readBodies(tx, partnershipId);
    const { offices, recorded } = await readRepresentatives(tx.db, partnershipId);
    const contacts = new Set(lines.filter((line) => voiceOfLine(line) === "voluntary" || speaking.members.has(line.id)).flatMap((line) => [line.representativePostId, line.deputyPostId]).filter((id) => id !== null));
    const names = new Map(offices.map((office) => [office.postId, heldOn(office.holders, tx.today)?.name ?? null]));
    return {
      today: tx.today,
      representatives: representativesOn(toRepresentatives(offices, recorded, contacts), tx.today).map((each) => ({ ...each, name: names.get(each.id) ?? null })),
      bodies: toBodyLines(lines, speaking),
      unrepresented: countUnrepresented(lines, speaking),
    };
  });
}

function toBodyLines(lines: readonly RegisterLine[], { bodies, members }: SpeakingBodies): BodyLine[] {
  return lines.flatMap((line) => {
    const body = bodies.find((each) => each.membershipId === line.id);
    return body ? [toBodyLine(line, body, lines, members.get(line.id) ?? new Set())] : [];
  });
}

function toBodyLine(line: RegisterLine, { role, since, until, outsideCount, outsideSource, outsideOn, revision }: StoredBody, lines: readonly RegisterLine[], members: ReadonlySet<string>): BodyLine {
  return {
    id: line.id,
    legalName: line.legalName,
    role,
    since,
    until,
    named: line.status === "named",
    members: lines.filter((each) => members.has(each.id)).length,
    counts: countMembers(lines, members),
    outside: outsideCount !== null && outsideSource !== null && outsideOn !== null ? { count: outsideCount, source: outsideSource, on: outsideOn } : null,
    revision,
  };
}

/** Agencies of a sector that belong to no body, are none themselves, and have nobody of their own on record. */
function listWithout(lines: readonly RegisterLine[], { bodies, members }: SpeakingBodies, voice: Voice): RegisterLine[] {
  const spoken = new Set([...bodies.map((each) => each.membershipId), ...[...members.values()].flatMap((each) => [...each])]);
  return lines.filter((line) => voiceOfLine(line) === voice && !spoken.has(line.id) && line.representativePostId === null && line.deputyPostId === null);
}

function countUnrepresented(lines: readonly RegisterLine[], speaking: SpeakingBodies): Record<Voice, Unrepresented> {
  const count = (voice: Voice): Unrepresented => ({ without: listWithout(lines, speaking, voice).length, of: lines.filter((line) => voiceOfLine(line) === voice).length });
  return { education: count("education"), voluntary: count("voluntary") };
}

/** One page of the agencies of education and of the voluntary sector for which nobody speaks, by sector and name. */
export async function findUnrepresented(actor: SessionActor, partnershipId: string, query: LineQuery, page: string | null): Promise<{ counts: Record<Voice, Unrepresented>; found: number; items: AgencyLine[]; page: number; pages: number }> {
  return as(actor, async (tx) => {
    const lines = await listRegisterLines(tx, partnershipId);
    const speaking = await readBodies(tx, partnershipId);
    const without = findLines(voices.flatMap((voice) => listWithout(lines, speaking, voice)), query).map(toAgencyLine);
    return { counts: countUnrepresented(lines, speaking), found: without.length, ...pageOf(without, page, membersOnPage) };
  });
}

/** A post that represents others, with how whoever holds it was chosen, or null. Any contact of an agency may come to speak for the sector. */
export async function findRepresentative(actor: SessionActor, partnershipId: string, postId: string): Promise<RepresentativeToRecord | null> {
  if (!isUuid(postId)) return null;
  return as(actor, async (tx) => {
    const { offices, recorded } = await readRepresentatives(tx.db, partnershipId);
    const office = offices.find((each) => each.postId === postId && holdsOn(each, tx.today));
    if (!office || (office.role !== "education-representative" && office.role !== "agency-contact")) return null;
    const holder = heldOn(office.holders, tx.today);
    const revisions = holder ? (recorded.get(holder.appointmentId) ?? []) : [];
    return {
      postId,
      voice: office.role === "education-representative" ? "education" : "voluntary",
      level: office.level,
      body: office.organisation ?? "",
      office: holder?.office ?? office.office,
      holder: holder && { appointmentId: holder.appointmentId, name: holder.name, since: holder.since },
      revision: revisions.length,
      revisions: [...revisions].reverse(),
    };
  });
}

/** Agencies of the register that speak for nobody else yet, as far as they are asked for: the first of them, and how many. */
export async function findPossibleBodies(actor: SessionActor, partnershipId: string, query: LineQuery, page: string | null): Promise<{ found: number; items: AgencyLine[]; page: number; pages: number }> {
  return as(actor, async (tx) => {
    const { bodies } = await readBodies(tx, partnershipId);
    const known = new Set(bodies.map((each) => each.membershipId));
    const lines = findLines((await listRegisterLines(tx, partnershipId)).filter((line) => !known.has(line.id)), query).map(toAgencyLine);
    return { found: lines.length, ...pageOf(lines, page, membersOnPage) };
  });
}

/** A body of the register that speaks for others, or spoke, with one page of its members as they are asked for; null where it is marked as none. */
export async function findBody(actor: SessionActor, partnershipId: string, membershipId: string, query: LineQuery, page: string | null): Promise<{ body: BodyLine; found: number; items: MemberLine[]; page: number; pages: number } | null> {
  if (!isUuid(membershipId)) return null;
  return as(actor, async (tx) => {
    const [stored] = await tx.db.select().from(representativeBodies).where(and(eq(representativeBodies.membershipId, membershipId), eq(representativeBodies.partnershipId, partnershipId)));
    const lines = await listRegisterLines(tx, partnershipId);
    const line = lines.find((each) => each.id === membershipId);
    if (!stored || !line) return null;
    const rows = await listMembers(tx, partnershipId, membershipId);
    const starts = new Map(rows.map((row) => [row.memberId, row.startsOn]));
    const members = findLines(lines.filter((each) => starts.has(each.id)), query).map((each) => ({ ...toAgencyLine(each), startsOn: starts.get(each.id) ?? "" }));
    return { body: toBodyLine(line, stored, lines, new Set(starts.keys())), found: members.length, ...pageOf(members, page, membersOnPage) };
  });
}

/** The members of a body today. */
export async function listMembers({ db, today }: Tx, partnershipId: string, bodyId: string): Promise<StoredMember[]> {
  return db.select().from(bodyMembers).where(and(eq(bodyMembers.partnershipId, partnershipId), eq(bodyMembers.bodyId, bodyId), isToday(today))).orderBy(asc(bodyMembers.startsOn));
}

/** One page of the agencies that may become members of a body, as they are asked for. */
export async function findPossibleMembers(actor: SessionActor, partnershipId: string, bodyId: string, query: LineQuery, page: string | null): Promise<{ found: number; items: AgencyLine[]; page: number; pages: number }> {
  return as(actor, async (tx) => {
    const lines = (await listPossibleMembers(tx, partnershipId, bodyId, query)).map(toAgencyLine);
    return { found: lines.length, ...pageOf(lines, page, membersOnPage) };
  });
}

/** Agencies of the register that are not members of the body today, and are not the body itself. */
export async function listPossibleMembers(tx: Tx, partnershipId: string, bodyId: string, query: LineQuery): Promise<RegisterLine[]> {
  const members = new Set((await listMembers(tx, partnershipId, bodyId)).map((row) => row.memberId));
  return findLines((await listRegisterLines(tx, partnershipId)).filter((line) => line.id !== bodyId && !members.has(line.id)), query);
}

/** Which bodies speak for an agency today, and for how many it speaks itself. */
export async function findVoiceOf(actor: SessionActor, partnershipId: string, membershipId: string): Promise<{ representedBy: { id: string; legalName: string }[]; speaks: BodyLine | null }> {
  return as(actor, async (tx) => {
    const lines = await listRegisterLines(tx, partnershipId);
    const speaking = await readBodies(tx, partnershipId);
    const bodies = toBodyLines(lines, speaking);
    return {
      representedBy: bodies.filter(({ id }) => speaking.members.get(id)?.has(membershipId)).map(({ id, legalName }) => ({ id, legalName })),
      speaks: bodies.find(({ id }) => id === membershipId) ?? null,
    };
  });
}
