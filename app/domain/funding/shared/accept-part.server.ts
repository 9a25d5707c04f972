import { and, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { contributions, fundingYears, seats, sharedParts } from "#db/schema/index.ts";

import { findBudgetInForce } from "../in-force.server.ts";
import { budgetChanged, type LockedYear, lockYear } from "../lock-year.server.ts";
import { likenessOf } from "../rules.ts";
import { writeVariation } from "../variations.server.ts";
import { lockPart, type SharedRow } from "./lock-shared.server.ts";

export interface AcceptPartInput {
  /** Whose part it is. */
  partnershipId: string;
  sharedId: string;
  /** The revision of what was offered that the person saw. */
  revision: number;
  /** Whether the person said that another line like it is right too. */
  repeated: boolean;
  /** When and why the line is added to a budget that is signed. */
  inYear?: { on: string; reason: string };
}

type NewLine = Pick<typeof contributions.$inferSelect, "seatId" | "contributor" | "sector" | "payer" | "form" | "pence" | "childrenShare" | "purpose" | "sharedId">;

/**
 * Accepts a partnership's part of one payer's amount: it becomes a line of its year, which is opened if it was not yet,
 * and a change in the year once the budget is signed. Refusals: not-permitted, not-found, part-answered, stale (changed
 * or withdrawn), budget-signed (say when and why), impossible-dates, line-repeated (the detail names the other).
 */
export async function acceptPart(actor: SessionActor, input: AcceptPartInput, submission: Submission): Promise<Outcome<{ lineId: string }>> {
  return change(actor, "accept-shared-part", submission, async (tx) => {
    const { partnershipId, sharedId } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const offered = await lockPart(tx, partnershipId, sharedId);
    if (!offered) return refused("not-found");
    const { shared, part } = offered;
    if (part.state !== "proposed") return refused("part-answered");
    if (shared.withdrawnAt || shared.revision !== input.revision) return refused("stale");
    const { year } = shared;
    const locked = await lockOpenYear(tx, partnershipId, year);
    const inForce = await findBudgetInForce(tx, partnershipId, year);
    if (inForce && !input.inYear) return refused("budget-signed");
    const line = await toLine(tx, partnershipId, shared, part.pence);
    const like = input.repeated ? null : await findLike(tx, partnershipId, year, line);
    if (like) return refused("line-repeated", like);

    const lineId = await write(tx, partnershipId, year, line);
    await tx.db
      .update(sharedParts)
      .set({ state: "accepted", answeredAt: tx.now, answeredBy: tx.me.personId })
      .where(and(eq(sharedParts.sharedId, sharedId), eq(sharedParts.partnershipId, partnershipId)));
    await budgetChanged(tx, locked);
    await appendToLedger(tx, { type: "funding-line.recorded", partnershipId, data: { year, list: "contributions", lineId, revision: 1, pence: part.pence } });
    await appendToLedger(tx, { type: "shared-part.accepted", partnershipId, data: { sharedId, year, pence: part.pence } });
    if (inForce && input.inYear) {
      const varied = await writeVariation(tx, inForce, { partnershipId, year, list: "contributions", lineId, after: part.pence, ...input.inYear });
      if ("ok" in varied) return varied;
    }
    return done({ lineId });
  });
}

/** Locks the year, and opens it first when nobody has. */
async function lockOpenYear(tx: SessionTx, partnershipId: string, year: FinancialYear): Promise<LockedYear> {
  const locked = await lockYear(tx, partnershipId, year);
  if (locked) return locked;
  const [opened] = await tx.db
    .insert(fundingYears)
    .values({ partnershipId, year, openedAt: tx.now, openedBy: tx.me.personId, savedAt: tx.now })
    .onConflictDoNothing()
    .returning({ year: fundingYears.year });
  if (opened) await appendToLedger(tx, { type: "funding-year.opened", partnershipId, data: { year, copiedFrom: null, contributions: 0, spending: 0 } });
  const now = await lockYear(tx, partnershipId, year);
  if (!now) throw new Error("the year was opened");
  return now;
}

/** The line that a part becomes: that of a statutory partner, when it is given on behalf of one of its seats. */
async function toLine(tx: SessionTx, partnershipId: string, { id, contributor, sector, payer, childrenShare, purpose }: SharedRow, pence: number): Promise<NewLine> {
  const held = await tx.db.select({ id: seats.id, name: seats.name, kind: seats.kind, validTo: seats.validTo }).from(seats).where(eq(seats.partnershipId, partnershipId));
  const named = held.filter((seat) => plain(seat.name) === plain(contributor));
  const seat = named.find((each) => each.validTo === null) ?? named[0];
  return { seatId: seat?.id ?? null, contributor: seat?.name ?? contributor, sector: seat?.kind ?? sector, payer, form: "cash", pence, childrenShare, purpose, sharedId: id };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Another line of the year that may be the same one, entered by hand; in words. */
async function findLike(tx: SessionTx, partnershipId: string, year: FinancialYear, line: NewLine): Promise<string | null> {
  const rows = await tx.db.select().from(contributions).where(and(eq(contributions.partnershipId, partnershipId), eq(contributions.year, year), isNull(contributions.removedAt)));
  const like = rows.find((row) => likenessOf(row) === likenessOf(line));
  return like ? `${like.contributor}${like.purpose ? `: ${like.purpose}` : ""}` : null;
}

async function write(tx: SessionTx, partnershipId: string, year: FinancialYear, line: NewLine): Promise<string> {
  const [row] = await tx.db.insert(contributions).values({ ...line, partnershipId, year, recordedAt: tx.now, recordedBy: tx.me.personId }).returning({ id: contributions.id });
  if (!row) throw new Error("no line was written");
  return row.id;
}
