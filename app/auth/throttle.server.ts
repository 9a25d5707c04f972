import { type SQL, sql } from "drizzle-orm";

import { showMoment } from "#app/domain/shared/dates.ts";
import { as } from "#db/client.server.ts";

import { sha256Hex } from "./tokens.server.ts";

interface Limit {
  /** What is counted: only its hash is stored. */
  key: string;
  tries: number;
  minutes: number;
}

/** How often may be tried: from one network address, for one account, and by everybody together. */
const limits = {
  address: { tries: 100, minutes: 15 },
  account: { tries: 10, minutes: 15 },
  code: { tries: 5, minutes: 15 },
  reset: { tries: 3, minutes: 60 },
  overall: { tries: 600, minutes: 1 },
} as const;

/** A try at something secret. It is counted before the work, so that many at once gain nothing. */
export interface Try {
  /** Null when it may go ahead, otherwise when to come back. */
  waitUntil: Date | null;
  /** Takes the try out of the count again: it was right. */
  giveBack(): Promise<void>;
}

/** A try at the password of an account, whether or not there is an account with this e-mail address. */
export function tryPassword(email: string, clientAddress: string): Promise<Try> {
  return count([fromAddress(clientAddress), { key: `account:${email.toLowerCase()}`, ...limits.account }, { key: "overall", ...limits.overall }]);
}

/** A try at the code of a person whose password was right. */
export function tryCode(personId: string, clientAddress: string): Promise<Try> {
  return count([fromAddress(clientAddress), { key: `code:${personId}`, ...limits.code }]);
}

/** A request to write a link to an e-mail address, whether or not there is an account. It is never given back: each may send mail. */
export function tryReset(email: string, clientAddress: string): Promise<Try> {
  return count([fromAddress(clientAddress), { key: `reset:${email.toLowerCase()}`, ...limits.reset }, { key: "overall", ...limits.overall }]);
}

function fromAddress(clientAddress: string): Limit {
  return { key: `address:${network(clientAddress)}`, ...limits.address };
}

/** One household or office of the newer internet has a whole /64 to itself, so it counts as one address. */
export function network(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(":");
}

/** Says when to come back, by the clock on the wall, rounded up to the minute. */
export function tooManyTries(waitUntil: Date): string {
  const minute = new Date(Math.ceil(waitUntil.getTime() / 60_000) * 60_000);
  return `There were too many tries. Try again after ${showMoment(minute).split(" at ")[1] ?? ""}`;
}

/** Counts in the order given and stops at the first limit reached: one that is shut out does not use up the others. */
async function count(wanted: Limit[]): Promise<Try> {
  const keys = array(wanted.map(({ key }) => sql`${sha256Hex(key)}`), "text");
  const tries = array(wanted.map((limit) => sql`${limit.tries}`), "integer");
  const minutes = array(wanted.map((limit) => sql`${limit.minutes}`), "integer");
  const waitUntil = await as({ kind: "sign-in" }, async (tx) => {
    const [row] = await tx.db.execute<{ until: string | null }>(sql`select to_char(access.count_try(${keys}, ${tries}, ${minutes}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until`);
    return row?.until ? new Date(row.until) : null;
  });
  const giveBack = () => as({ kind: "sign-in" }, async (tx) => {
    await tx.db.execute(sql`select access.give_back_try(${keys})`);
  });
  return { waitUntil, giveBack };
}

function array(values: SQL[], type: "text" | "integer"): SQL {
  return sql`array[${sql.join(values, sql`, `)}]::${sql.raw(type)}[]`;
}
