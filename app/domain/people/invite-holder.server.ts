import { eq, sql } from "drizzle-orm";

import { newToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, posts, seats } from "#db/schema/index.ts";

/** An invitation lets its holder choose a first password for so long. The database counts the same: access.invite. */
export const invitationHours = 72;

/**
 * Invites the holder of an appointment to set up their account, by message: a link bound to this e-mail address,
 * appointment and role, good once and for 72 hours; the one sent for the appointment before stops working.
 * Answers the link's path, a secret, for where no mail is sent: keep it out of the outcome of a command, which is
 * stored. Null when the account is set up or suspended, or the appointment is over. Throws when the actor may not invite.
 */
export async function inviteHolder(tx: SessionTx, appointmentId: string): Promise<string | null> {
  const token = newToken();
  const [row] = await tx.db.execute<{ issued: boolean }>(sql`select access.invite(${appointmentId}::uuid, ${sha256Hex(token)}) as issued`);
  if (!row?.issued) return null;
  const [held] = await tx.db
    .select({ partnershipId: appointments.partnershipId, personId: appointments.personId, role: appointments.role, office: posts.office, organisation: seats.name })
    .from(appointments)
    .innerJoin(posts, eq(posts.id, appointments.postId))
    .leftJoin(seats, eq(seats.id, appointments.seatId))
    .where(eq(appointments.id, appointmentId));
  if (!held) throw new Error("invited to an appointment that cannot be read");
  const { personId, ...office } = held;
  const path = `/invitations/${token}`;
  const until = new Date(tx.now.getTime() + invitationHours * 3_600_000).toISOString();
  await appendToLedger(tx, { type: "invitation.sent", partnershipId: office.partnershipId, data: { appointmentId, personId } });
  await notify(tx, { kind: "invitation", ...office, invitedBy: tx.me.name, until, secretPath: path }, [personId]);
  return path;
}
