import { and, eq, ne, sql } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { answeringFor, type Answering, speaksFor, standingOf } from "#app/domain/agencies/assessments/answering.server.ts";
import { representativesOf } from "#app/domain/agencies/assessments/representatives.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx, Tx } from "#db/client.server.ts";
import { type actions, agencies, agencyMemberships, appointments, posts, seats } from "#db/schema/index.ts";

import type { ActionStanding } from "./views.ts";

export type StoredAction = typeof actions.$inferSelect;

/** Whose an action is: a post of the partnership, an agency of its register with who does it there, or somebody else by post. */
export type OwnerInput = { postId: string } | { membershipId: string; words: string } | { words: string };

/** The same as it is kept. */
export interface Owner {
  owner: string;
  ownerPostId: string | null;
  membershipId: string | null;
}

/** The owner as it is kept, or null when the post ended or the agency was withdrawn. */
export async function findOwner({ db, today }: SessionTx, partnershipId: string, input: OwnerInput): Promise<Owner | null> {
  if ("postId" in input) {
    const [post] = await db
      .select({ office: posts.office, body: posts.body, seat: seats.name })
      .from(posts)
      .leftJoin(seats, eq(seats.id, posts.seatId))
      .where(and(eq(posts.id, input.postId), eq(posts.partnershipId, partnershipId), sql`(${posts.validTo} is null or ${posts.validTo} > ${today})`));
    return post ? { owner: nameOfPost(post), ownerPostId: input.postId, membershipId: null } : null;
  }
  if (!("membershipId" in input)) return { owner: input.words, ownerPostId: null, membershipId: null };
  const [agency] = await db
    .select({ id: agencyMemberships.id })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.id, input.membershipId), eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")));
  return agency ? { owner: input.words, ownerPostId: null, membershipId: agency.id } : null;
}

export function nameOfPost({ office, body, seat }: { office: string; body: string | null; seat: string | null }): string {
  const of = seat ?? body;
  return of ? `${office}, ${of}` : office;
}

/** Whether the action is the signed-in person's own: of a post they hold, or of an agency they speak for. */
export async function isOwner(tx: SessionTx, { ownerPostId, membershipId }: Pick<StoredAction, "ownerPostId" | "membershipId">): Promise<boolean> {
  if (ownerPostId !== null) return tx.me.holds.some((held) => held.postId === ownerPostId);
  return membershipId !== null && speaksFor(tx, membershipId);
}

/**
 * How the signed-in person may work on an action. Of an agency: as self-assessments have it. Of a post: its holder, or the
 * business manager for them. Of anybody else: whoever records actions, for them.
 */
export async function standingOn(tx: SessionTx, { partnershipId, ownerPostId, membershipId }: StoredAction): Promise<ActionStanding> {
  if (membershipId !== null) return standingOf(tx, partnershipId, membershipId);
  if (ownerPostId === null) return can(tx.me, "record-actions", { partnershipId }) ? "on-behalf" : "none";
  const held = tx.me.holds.filter((each) => each.partnershipId === partnershipId);
  if (held.some((each) => each.postId === ownerPostId)) return "own";
  return held.some((each) => each.role === "business-manager") ? "on-behalf" : "none";
}

/** In which office the signed-in person works on an action. Refusals: not-the-owner, agency-answers-itself, not-permitted, not-found. */
export async function workingOn(tx: SessionTx, action: StoredAction): Promise<Outcome<Answering>> {
  const standing = await standingOn(tx, action);
  if (standing === "none") return refused("not-the-owner");
  const { partnershipId, ownerPostId, membershipId } = action;
  if (membershipId !== null) return answeringFor(tx, partnershipId, membershipId);
  if (standing === "on-behalf") return done({ office: officeOf(tx.me, partnershipId, "record-actions"), onBehalf: true });
  const held = tx.me.holds.find((each) => each.postId === ownerPostId);
  if (!held) return refused("not-the-owner");
  return done({ office: held.organisation ? `${held.office}, ${held.organisation}` : held.office, onBehalf: false });
}

/** Who is told of an action, as those whose it is: person ids. */
export async function holdersOfAction(tx: Tx, { partnershipId, ownerPostId, membershipId }: { partnershipId: string } & Omit<Owner, "owner">): Promise<string[]> {
  if (membershipId !== null) return representativesOf(tx, partnershipId, [membershipId]);
  if (ownerPostId === null) return [];
  const rows = await tx.db
    .select({ personId: appointments.personId })
    .from(appointments)
    .where(and(eq(appointments.partnershipId, partnershipId), eq(appointments.postId, ownerPostId), sql`${appointments.startsOn} <= ${tx.today} and (${appointments.endsOn} is null or ${appointments.endsOn} > ${tx.today})`));
  return rows.map((row) => row.personId);
}
