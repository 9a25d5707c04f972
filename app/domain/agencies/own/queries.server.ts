import { and, desc, eq, inArray, sql } from "drizzle-orm";

import { dayInLondon } from "#app/domain/shared/dates.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { agencies, agencyChanges, agencyMemberships, posts } from "#db/schema/index.ts";

import { findAgencyIn, listAreas } from "../queries.server.ts";
import { listRepresentedAgencies, type RepresentedAgency } from "../represented-agencies.server.ts";
import type { AgencyChange, ChangeToDecide, OwnAgency } from "./change-view.ts";
import { requireRepresented, toValues } from "./represented.server.ts";
import { ownParts } from "./vocabulary.ts";

type Row = { stored: typeof agencyChanges.$inferSelect; office: string; body: string | null };

function changesOf({ db }: SessionTx) {
  return db.select({ stored: agencyChanges, office: posts.office, body: posts.body }).from(agencyChanges).innerJoin(posts, eq(posts.id, agencyChanges.postId)).$dynamic();
}

function toChange({ stored, office, body }: Row): AgencyChange {
  const { id, before, after, note, proposedAt, status, decidedAt, reason } = stored;
  return { id, before, after, parts: ownParts.filter((part) => part in after), note, by: titleOf({ office, body }), proposedOn: dayInLondon(proposedAt), status, decidedOn: decidedAt && dayInLondon(decidedAt), reason };
}

function titleOf({ office, body }: { office: string; body: string | null }): string {
  return body ? `${office}, ${body}` : office;
}

/** The agencies of a partnership for which the actor speaks. */
export async function listOwnAgencies(actor: SessionActor, partnershipId: string): Promise<RepresentedAgency[]> {
  return as(actor, (tx) => listRepresentedAgencies(tx, partnershipId));
}

/** As many changes as the agency's own page tells of. */
const mostChanges = 10;

/** An agency for which the actor speaks, or null: any other is not there for them. */
export async function findOwnAgency(actor: SessionActor, partnershipId: string, membershipId: string): Promise<OwnAgency | null> {
  return as(actor, async (tx) => {
    const own = await requireRepresented(tx, { partnershipId, membershipId });
    const agency = own.ok ? await findAgencyIn(tx, partnershipId, membershipId) : null;
    if (!own.ok || !agency) return null;
    const { representativePostId, deputyPostId, acknowledgedPostId } = own.value.membership;
    const titles = await listTitles(tx, [representativePostId, deputyPostId, acknowledgedPostId]);
    const title = (id: string | null) => titles.get(id ?? "") ?? null;
    const changes = await changesOf(tx).where(eq(agencyChanges.membershipId, membershipId)).orderBy(desc(agencyChanges.proposedAt), desc(agencyChanges.id)).limit(mostChanges);
    return { agency, areas: await listAreas(tx, partnershipId), representative: title(representativePostId), deputy: title(deputyPostId), acknowledgedBy: title(acknowledgedPostId), changes: changes.map(toChange) };
  });
}

async function listTitles({ db }: SessionTx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.select({ id: posts.id, office: posts.office, body: posts.body }).from(posts).where(inArray(posts.id, known));
  return new Map(rows.map((row) => [row.id, titleOf(row)]));
}

function toDecide(tx: SessionTx, partnershipId: string) {
  return tx.db
    .select({ stored: agencyChanges, office: posts.office, body: posts.body, membership: agencyMemberships, agency: agencies })
    .from(agencyChanges)
    .innerJoin(posts, eq(posts.id, agencyChanges.postId))
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, agencyChanges.membershipId))
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(eq(agencyChanges.partnershipId, partnershipId))
    .orderBy(sql`${agencyChanges.status} <> 'open'`, desc(agencyChanges.proposedAt), desc(agencyChanges.id))
    .$dynamic();
}

function toDecided({ stored, office, body, membership, agency }: Awaited<ReturnType<typeof toDecide>>[number]): ChangeToDecide {
  return { ...toChange({ stored, office, body }), membershipId: membership.id, legalName: agency.legalName, now: toValues(membership, agency), named: membership.status === "named", revision: membership.revision };
}

/** Changes that agencies propose: those that wait first, then the newest of those decided. */
export async function listChanges(actor: SessionActor, partnershipId: string): Promise<ChangeToDecide[]> {
  return as(actor, async (tx) => (await toDecide(tx, partnershipId).limit(100)).map(toDecided));
}

/** One proposed change, or null. */
export async function findChange(actor: SessionActor, partnershipId: string, changeId: string): Promise<ChangeToDecide | null> {
  if (!isUuid(changeId)) return null;
  return as(actor, async (tx) => {
    const [row] = await toDecide(tx, partnershipId).where(and(eq(agencyChanges.id, changeId), eq(agencyChanges.partnershipId, partnershipId)));
    return row ? toDecided(row) : null;
  });
}

/** Of an agency of the register: the change that waits, and by which post it acknowledged. */
export async function findOwnStanding(actor: SessionActor, membershipId: string): Promise<{ openChangeId: string | null; acknowledgedBy: string | null }> {
  return as(actor, async (tx) => {
    const [open] = await tx.db.select({ id: agencyChanges.id }).from(agencyChanges).where(and(eq(agencyChanges.membershipId, membershipId), eq(agencyChanges.status, "open")));
    const [membership] = await tx.db.select({ postId: agencyMemberships.acknowledgedPostId }).from(agencyMemberships).where(eq(agencyMemberships.id, membershipId));
    const titles = await listTitles(tx, [membership?.postId ?? null]);
    return { openChangeId: open?.id ?? null, acknowledgedBy: titles.get(membership?.postId ?? "") ?? null };
  });
}
