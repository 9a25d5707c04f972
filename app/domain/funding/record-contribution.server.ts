import { and, eq, isNull } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { contributions, posts, seats } from "#db/schema/index.ts";

import type { ContributionInput } from "./forms.server.ts";
import { findBudgetInForce } from "./in-force.server.ts";
import { budgetChanged, lockYear } from "./lock-year.server.ts";
import { editingOf, isOwnLine } from "./require-editor.server.ts";
import { likenessOf } from "./rules.ts";
import { writeVariation } from "./variations.server.ts";

export interface RecordContributionInput {
  partnershipId: string;
  year: FinancialYear;
  /** Null adds a line. */
  lineId: string | null;
  /** The revision the person began from; 0 for a new line. */
  revision: number;
  line: ContributionInput;
  /** Whether the person said that another line like it is right too. */
  repeated: boolean;
  /** When and why a line is added to a budget that is signed. */
  inYear?: { on: string; reason: string };
}

type ContributionRow = typeof contributions.$inferSelect;
type Values = Omit<ContributionInput, "seatId" | "postId"> & Pick<ContributionRow, "seatId" | "postId">;
type Refused = Extract<Outcome<never>, { ok: false }>;

/**
 * Adds a contribution to a year, or changes one. The contributor's own people change what they give and say of it, and
 * nothing else. Once the budget is signed its amounts are varied instead. Refusals: not-permitted, not-found, stale,
 * line-removed, line-repeated (the detail names the other), line-shared, budget-signed, impossible-dates.
 */
export async function recordContribution(actor: SessionActor, input: RecordContributionInput, submission: Submission): Promise<Outcome<{ lineId: string }>> {
  return change(actor, "record-contribution", submission, async (tx) => {
    const { partnershipId, year } = input;
    const editing = editingOf(tx.me, partnershipId);
    if (typeof editing !== "string") return editing;
    const locked = await lockYear(tx, partnershipId, year);
    if (!locked) return refused("not-found");
    const stored = input.lineId === null ? null : await lockContribution(tx, partnershipId, year, input.lineId);
    if (input.lineId !== null && !stored) return refused("not-found");
    if (stored && editing === "own" && !isOwnLine(tx.me, partnershipId, stored)) return refused("not-permitted");
    if (stored?.removedAt) return refused("line-removed");
    if (stored && stored.revision !== input.revision) return refused("stale");
    const values = await complete(tx, input, editing === "own", stored);
    if ("ok" in values) return values;
    if (stored && isSame(stored, values)) return done({ lineId: stored.id });
    const inForce = await findBudgetInForce(tx, partnershipId, year);
    const moved = !stored || stored.pence !== values.pence || stored.form !== values.form || stored.childrenShare !== values.childrenShare;
    if (moved && stored?.sharedId) return refused("line-shared");
    if (inForce && moved && (stored || !input.inYear || values.form !== "cash" || editing === "own")) return refused("budget-signed");
    const like = input.repeated ? null : await findLike(tx, input, values);
    if (like) return refused("line-repeated", like);

    const lineId = await write(tx, input, stored, values);
    if (!inForce || !stored || saysMore(stored, values)) await budgetChanged(tx, locked);
    const revision = (stored?.revision ?? 0) + 1;
    await appendToLedger(tx, { type: stored ? "funding-line.changed" : "funding-line.recorded", partnershipId, data: { year, list: "contributions", lineId, revision, pence: values.pence } });
    if (inForce && !stored && input.inYear) {
      const varied = await writeVariation(tx, inForce, { partnershipId, year, list: "contributions", lineId, after: values.pence ?? 0, ...input.inYear });
      if ("ok" in varied) return varied;
    }
    return done({ lineId });
  });
}

/** Locks one contribution of a year, removed or not. */
export async function lockContribution(tx: SessionTx, partnershipId: string, year: FinancialYear, lineId: string): Promise<ContributionRow | null> {
  if (!isUuid(lineId)) return null;
  const [line] = await tx.db
    .select()
    .from(contributions)
    .where(and(eq(contributions.id, lineId), eq(contributions.partnershipId, partnershipId), eq(contributions.year, year)))
    .for("update");
  return line ?? null;
}

/** What was typed, with what follows from the seat or post, and without what is not this person's to say. */
async function complete(tx: SessionTx, { partnershipId, line }: RecordContributionInput, ownOnly: boolean, stored: ContributionRow | null): Promise<Values | Refused> {
  if (ownOnly && stored) {
    const { seatId, postId, contributor, sector, invoicedPence, receivedPence } = stored;
    // Money that came in cannot have been help in kind, and is not this person's to take back.
    if (line.form === "in-kind" && (invoicedPence !== null || receivedPence !== null)) return refused("not-permitted");
    return { ...line, seatId, postId, contributor, sector, invoicedPence, receivedPence };
  }
  // A line of a post is no seat's.
  if (ownOnly && !isOwnLine(tx.me, partnershipId, { seatId: line.postId ? null : line.seatId, postId: line.postId })) return refused("not-permitted");
  const actuals = ownOnly ? { invoicedPence: null, receivedPence: null } : {};
  if (line.postId) {
    const [post] = await tx.db.select({ body: posts.body }).from(posts).where(and(eq(posts.id, line.postId), eq(posts.partnershipId, partnershipId)));
    if (!post?.body) return refused("not-found");
    return { ...line, ...actuals, seatId: null, contributor: ownOnly ? post.body : line.contributor || post.body };
  }
  if (!line.seatId) return { ...line, ...actuals };
  const [seat] = await tx.db.select({ name: seats.name, kind: seats.kind }).from(seats).where(and(eq(seats.id, line.seatId), eq(seats.partnershipId, partnershipId)));
  return seat ? { ...line, ...actuals, contributor: seat.name, sector: seat.kind } : refused("not-found");
}

const said = ["contributor", "sector", "payer", "purpose", "ringFenced", "note", "seatId", "postId"] as const;

function saysMore(stored: ContributionRow, values: Values): boolean {
  return said.some((field) => stored[field] !== values[field]);
}

function isSame(stored: ContributionRow, values: Values): boolean {
  const amounts = ["pence", "form", "childrenShare", "invoicedPence", "receivedPence"] as const;
  return !saysMore(stored, values) && amounts.every((field) => stored[field] === values[field]);
}

/** Another line of the year that may be the same one, in words. */
async function findLike(tx: SessionTx, { partnershipId, year, lineId }: RecordContributionInput, values: Values): Promise<string | null> {
  const rows = await tx.db.select().from(contributions).where(and(eq(contributions.partnershipId, partnershipId), eq(contributions.year, year), isNull(contributions.removedAt)));
  const like = rows.find((row) => row.id !== lineId && likenessOf(row) === likenessOf(values));
  return like ? `${like.contributor}${like.purpose ? `: ${like.purpose}` : ""}` : null;
}

async function write(tx: SessionTx, { partnershipId, year }: RecordContributionInput, stored: ContributionRow | null, values: Values): Promise<string> {
  const written = { ...values, recordedAt: tx.now, recordedBy: tx.me.personId };
  if (stored) {
    await tx.db.update(contributions).set({ ...written, revision: stored.revision + 1 }).where(eq(contributions.id, stored.id));
    return stored.id;
  }
  const [line] = await tx.db.insert(contributions).values({ ...written, partnershipId, year }).returning({ id: contributions.id });
  if (!line) throw new Error("no line was written");
  return line.id;
}
