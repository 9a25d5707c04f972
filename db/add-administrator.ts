import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { hashPassword } from "#app/auth/password-hash.server.ts";
import { seal } from "#app/auth/seal.server.ts";
import { newTotpSecret, totpAddress } from "#app/auth/totp.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";

import { accounts, administrators, people } from "./schema/index.ts";

export interface NewAdministrator {
  email: string;
  name: string;
  password: string;
}

/** There is an account with this e-mail address already. */
export class AccountExists extends Error {
  override name = "AccountExists";
}

/**
 * Opens an account with a password and a second factor, and makes its holder an administrator of the installation.
 * Answers the `otpauth:` address that sets up their authenticator app; it is shown once and kept nowhere in clear.
 * Throws AccountExists.
 * @param adminUrl the database, by an address with the right to migrate it
 * @param secret APP_SECRET, under which the second factor is kept
 */
export async function addAdministrator(adminUrl: string, { email, name, password }: NewAdministrator, secret: string): Promise<string> {
  const passwordHash = await hashPassword(password);
  const totpSecret = newTotpSecret();
  const client = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await drizzle(client).transaction(async (db) => {
      const [existing] = await db.select({ personId: accounts.personId }).from(accounts).where(eq(accounts.email, email));
      if (existing) throw new AccountExists("There is an account with this e-mail address already.");
      const [person] = await db.insert(people).values({ name }).returning({ id: people.id });
      if (!person) throw new Error("no person");
      const personId = person.id;
      await db.insert(accounts).values({ personId, email, passwordHash, totpSecretSealed: seal(totpSecret, personId, secret) });
      await db.insert(administrators).values({ personId });
      const [clock] = await db.execute<{ now: string; today: string }>(sql`select access.clock()::text as now, access.today()::text as today`);
      if (!clock) throw new Error("no clock");
      await appendToLedger({ db, now: new Date(clock.now), today: clock.today }, { type: "administrator.granted", partnershipId: null, data: { personId } });
    });
  } finally {
    await client.end({ timeout: 5 });
  }
  return totpAddress(totpSecret, name);
}
