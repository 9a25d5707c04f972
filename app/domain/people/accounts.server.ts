import { type SQL, sql } from "drizzle-orm";

import { as, type SessionActor } from "#db/client.server.ts";

import type { AccountFilter, AccountPage, AccountSummary } from "./account-summary.ts";

export const accountsPerPage = 50;

const conditions: Record<AccountFilter, SQL> = {
  all: sql`true`,
  "not-set-up": sql`not has_password`,
  "no-second-factor": sql`has_password and not has_second_factor`,
  reset: sql`factor_reset is not null`,
  suspended: sql`suspended_at is not null`,
  administrators: sql`administrator`,
};

type Row = { [Name in keyof AccountSummary]: AccountSummary[Name] };

const columns = sql`
  person_id as "personId", name, email, suspended_at is not null as suspended, has_password as "hasPassword", has_second_factor as "hasSecondFactor", administrator,
  to_char(last_signed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSignedInAt", to_char(invited_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "invitedUntil",
  factor_reset as "factorReset", places`;

/**
 * One page of the accounts, by name; nothing for anybody who is not an administrator. A name that is withheld is not
 * told, and is found by the whole e-mail address only. Past the last page it answers the last.
 */
export async function listAccounts(actor: SessionActor, { search = "", filter = "all", page = 1 }: { search?: string; filter?: AccountFilter; page?: number } = {}): Promise<AccountPage> {
  return as(actor, async (tx) => {
    const [counted] = await tx.db.execute<{ total: number }>(sql`select count(*)::int as total from access.list_accounts(${search}) where ${conditions[filter]}`);
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / accountsPerPage));
    const shown = Math.min(Math.max(1, page), pages);
    const rows = await tx.db.execute<Row>(sql`select ${columns} from access.list_accounts(${search}) where ${conditions[filter]} limit ${accountsPerPage} offset ${(shown - 1) * accountsPerPage}`);
    return { accounts: [...rows], total, page: shown, pages };
  });
}

/** One account, or null when there is none or the actor is not an administrator. */
export async function findAccount(actor: SessionActor, personId: string): Promise<AccountSummary | null> {
  return as(actor, async (tx) => {
    const [row] = await tx.db.execute<Row>(sql`select ${columns} from access.list_accounts() where person_id = ${personId}::uuid`);
    return row ?? null;
  });
}

export interface AccountCounts {
  accounts: number;
  suspended: number;
  notSetUp: number;
  /** Resets of a second factor that wait for somebody. */
  resets: number;
  /** People whose account is not set up yet, by the partnership's slug. */
  notSetUpIn: Record<string, number>;
}

/** How many accounts there are, for the administrator's first page. */
export async function countAccounts(actor: SessionActor): Promise<AccountCounts> {
  return as(actor, async (tx) => {
    const waiting = await tx.db.execute<{ slug: string; waiting: number }>(sql`
      select place->>'slug' as slug, count(*)::int as waiting from access.list_accounts(), jsonb_array_elements(places) place where not has_password group by 1`);
    const notSetUpIn = Object.fromEntries([...waiting].map((row) => [row.slug, row.waiting]));
    const [row] = await tx.db.execute<{ accounts: number; suspended: number; notSetUp: number; resets: number }>(sql`
      select count(*)::int as accounts, count(suspended_at)::int as suspended, count(*) filter (where not has_password)::int as "notSetUp", count(factor_reset)::int as resets
      from access.list_accounts()`);
    return { ...(row ?? { accounts: 0, suspended: 0, notSetUp: 0, resets: 0 }), notSetUpIn };
  });
}
