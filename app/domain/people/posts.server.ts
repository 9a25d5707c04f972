import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";

import { isMember } from "#app/domain/access/rules.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, people, posts, seats } from "#db/schema/index.ts";

export type Post = typeof posts.$inferSelect;
export type Appointment = typeof appointments.$inferSelect;

/** A post that exists today, or null; with the body whose seat it belongs to, or whom it represents. */
export async function findPost(tx: SessionTx, partnershipId: string, postId: string): Promise<(Post & { organisation: string | null }) | null> {
  const [row] = await tx.db
    .select({ post: posts, organisation: seats.name })
    .from(posts)
    .leftJoin(seats, eq(seats.id, posts.seatId))
    .where(and(eq(posts.id, postId), eq(posts.partnershipId, partnershipId), lte(posts.validFrom, tx.today), or(isNull(posts.validTo), gt(posts.validTo, tx.today))));
  return row ? { ...row.post, organisation: row.organisation ?? row.post.body } : null;
}

/** Everybody appointed to the post, past and to come, in order of time. A withheld name is not told to an administrator from outside. */
export async function listTerms(tx: SessionTx, postId: string): Promise<(Appointment & { name: string })[]> {
  const rows = await tx.db
    .select({ appointment: appointments, name: people.name, nameWithheld: people.nameWithheld })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .where(eq(appointments.postId, postId))
    .orderBy(asc(appointments.startsOn));
  return rows.map(({ appointment, name, nameWithheld }) => ({ ...appointment, name: nameWithheld && !isMember(tx.me, appointment.partnershipId) ? "Name withheld" : name }));
}

/** Every office of a person in a partnership, past and to come. */
export async function listOffices(tx: SessionTx, partnershipId: string, personId: string): Promise<(Appointment & { office: string; organisation: string | null })[]> {
  const rows = await tx.db
    .select({ appointment: appointments, office: posts.office, organisation: sql<string | null>`coalesce(${seats.name}, ${posts.body})` })
    .from(appointments)
    .innerJoin(posts, eq(posts.id, appointments.postId))
    .leftJoin(seats, eq(seats.id, appointments.seatId))
    .where(and(eq(appointments.partnershipId, partnershipId), eq(appointments.personId, personId)))
    .orderBy(asc(appointments.startsOn));
  return rows.map((row) => ({ ...row.appointment, office: row.appointment.office ?? row.office, organisation: row.organisation }));
}
