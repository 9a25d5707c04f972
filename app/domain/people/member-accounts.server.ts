import { sql } from "drizzle-orm";

import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";

import type { MemberAccount } from "./member-account.ts";

/** One for each appointment of today and to come; empty for whoever may not invite there. */
export async function listMemberAccounts(actor: SessionActor, partnershipId: string): Promise<MemberAccount[]> {
  return as(actor, (tx) => readMemberAccounts(tx, partnershipId));
}

/** The account of whoever holds this appointment, or null when there is none or the actor may not invite there. */
export async function findMemberAccount(tx: SessionTx, partnershipId: string, appointmentId: string): Promise<MemberAccount | null> {
  return (await readMemberAccounts(tx, partnershipId)).find((account) => account.appointmentId === appointmentId) ?? null;
}

async function readMemberAccounts(tx: SessionTx, partnershipId: string): Promise<MemberAccount[]> {
  const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
  const rows = await tx.db.execute<Row>(sql`
    select appointment_id as "appointmentId", person_id as "personId", name, email, role, office, organisation, starts_on::text as "startsOn",
      set_up as "setUp", second_factor as "secondFactor", suspended, invitation, ${iso("invited_at")} as "invitedAt", invited_by as "invitedBy", ${iso("expires_at")} as "expiresAt"
    from access.list_member_accounts(${partnershipId}::uuid)`);
  return [...rows];
}

type Row = { [Name in keyof MemberAccount]: MemberAccount[Name] };
