import type postgres from "postgres";

import { hashPassword } from "#app/auth/password-hash.server.ts";
import { seal, unseal } from "#app/auth/seal.server.ts";
import { newTotpSecret, totpCode } from "#app/auth/totp.server.ts";
import { newToken, sha256Hex } from "#app/auth/tokens.server.ts";

import { addPerson, type TestPerson } from "./partnership.ts";

export const testPassword = "three odd words together";

let hashed: Promise<string> | undefined;

/** Somebody who can sign in with `testPassword`, and no session yet. With `secret` they have a second factor. */
export interface TestAccount extends TestPerson {
  secret: string | null;
}

/** A person with a password and, unless told otherwise, a second factor. */
export async function addAccount(sql: postgres.Sql, name: string, { secondFactor = true, administrator = false } = {}): Promise<TestAccount> {
  return setPassword(sql, await addPerson(sql, name, { administrator }), { secondFactor });
}

/** Gives a person that a test arranged a password and, unless told otherwise, a second factor. */
export async function setPassword(sql: postgres.Sql, person: TestPerson, { secondFactor = true } = {}): Promise<TestAccount> {
  hashed ??= hashPassword(testPassword);
  const secret = secondFactor ? newTotpSecret() : null;
  const sealed = secret && seal(secret, person.personId);
  await sql`update access.accounts set password_hash = ${await hashed}, totp_secret_sealed = ${sealed} where person_id = ${person.personId}`;
  return { ...person, secret };
}

/** What the person's phone shows, so many steps of thirty seconds from now on the one clock. A code is good once, so a test asks for a later one each time. */
export async function phoneCode(sql: postgres.Sql, account: TestAccount, stepsAhead = 0): Promise<string> {
  const [row] = await sql<{ now: Date }[]>`select access.clock() as now`;
  if (!row || account.secret === null) throw new Error("no code");
  return totpCode(account.secret, new Date(row.now.getTime() + stepsAhead * 30_000));
}

/** An open invitation to the holder of an appointment, who has no password: answers its token. */
export async function addInvitation(sql: postgres.Sql, appointmentId: string): Promise<string> {
  const token = newToken();
  await sql`
    insert into access.invitations (id, person_id, email, partnership_id, appointment_id, role, expires_at)
    select ${sha256Hex(token)}, a.person_id, acc.email, a.partnership_id, a.id, a.role, access.clock() + interval '72 hours'
    from portal.appointments a join access.accounts acc on acc.person_id = a.person_id where a.id = ${appointmentId}`;
  return token;
}

/** The secret path of the newest message of a kind to somebody, as its sender would open it; null when there is none. */
export async function secretPathSent(sql: postgres.Sql, personId: string, kind: string): Promise<string | null> {
  const [row] = await sql<{ id: string; sealed: string | null }[]>`
    select id, secret_sealed as sealed from portal.messages where person_id = ${personId} and kind = ${kind} and secret_sealed is not null order by written_at desc limit 1`;
  return row?.sealed ? unseal(row.sealed, `message:${row.id}`) : null;
}

/** The kinds of the messages written to somebody, oldest first. */
export async function messagesTo(sql: postgres.Sql, personId: string): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`select kind from portal.messages where person_id = ${personId} order by written_at, id`;
  return rows.map((row) => row.kind);
}
