import canonicalize from "canonicalize";
import { sql } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";

import type { LedgerEvent } from "./events.ts";

/** Where an entry stands in its chain. */
export interface LedgerPosition {
  seq: number;
  hash: string;
}

/**
 * Appends one event to the chain of its partnership, or of the installation, inside the caller's transaction:
 * a change without its record cannot be written. The database adds author and time and computes the hash.
 */
export async function appendToLedger(tx: Tx, event: LedgerEvent): Promise<LedgerPosition> {
  const body = Buffer.from(canonicalize({ type: event.type, ...event.data }) ?? "", "utf8");
  const [row] = await tx.db.execute<{ seq: string; hash: string }>(
    sql`select seq, hash from ledger.append(${event.partnershipId}::uuid, ${event.type}, ${body})`,
  );
  if (!row) throw new Error("the ledger gave no position");
  return { seq: Number(row.seq), hash: row.hash };
}
