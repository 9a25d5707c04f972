import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { fundingImports } from "#db/schema/index.ts";

import { budgetChanged, lockYear } from "../lock-year.server.ts";
import { findPlan, type FoundPlan } from "./find-plan.server.ts";
import { mostQuestionsApart } from "./import-view.ts";
import { type ImportAddress, type KeptImport, lockKeptImport } from "./kept-import.server.ts";
import { type ListStore, withStore } from "./list-store.server.ts";
import { type ReadyPlan, withIds, writeLines } from "./write-lines.server.ts";

export interface ApplyImportInput extends ImportAddress {
  /** What the preview showed that it would do. */
  planSha256: string;
  /** The rows that the person said are right although another line is like them; "all" for a long list of them. */
  repeated: readonly string[];
}

export interface AppliedCounts {
  added: number;
  changed: number;
  removed: number;
}

/**
 * Takes a kept file in: all of it or nothing, and only what the preview showed. Refusals: not-permitted, not-found,
 * import-over, stale (the lines changed since the preview), import-not-readable (something is wrong with it; also what a
 * signed budget or a shared amount does not allow), line-repeated (the detail names the row), nothing-to-change.
 */
export async function applyImport(actor: SessionActor, input: ApplyImportInput, submission: Submission): Promise<Outcome<AppliedCounts>> {
  return change(actor, "apply-funding-import", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId: input.partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, input.partnershipId, input.year);
    const kept = locked && (await lockKeptImport(tx, input));
    if (!locked || !kept) return refused("not-found");
    if (kept.appliedAt) return refused("import-over");
    return withStore(input.list, async (store): Promise<Outcome<AppliedCounts>> => {
      const found = await findPlan(tx, kept, store);
      const reason = whyNot(found, input);
      if (reason) return reason;
      const plan = withIds(found.plan);
      const counts = { added: plan.added.length, changed: plan.changed.length, removed: plan.ended.length };
      const ofBudget = isOfBudget(plan, found.signed, store.definition.paidColumns);
      await keepWhatWas(tx, kept, store, plan, ofBudget);
      await writeLines(tx, kept, store, plan);
      if (ofBudget) await budgetChanged(tx, locked);
      await appendToLedger(tx, { type: "funding.imported", partnershipId: kept.partnershipId, data: { year: kept.year, list: kept.list, importId: kept.id, fileSha256: kept.fileSha256, ...counts } });
      return done(counts);
    });
  });
}

function whyNot<Values>({ plan, sha256, rows }: FoundPlan<Values>, { planSha256, repeated }: ApplyImportInput): Extract<Outcome<never>, { ok: false }> | null {
  if (rows === 0) return refused("import-over");
  if (sha256 !== planSha256) return refused("stale");
  const [wrong] = plan.errors;
  if (wrong) return refused("import-not-readable", `${wrong.row === null ? wrong.value : `Row ${String(wrong.row)}`}: ${wrong.problem}`);
  if (plan.added.length + plan.changed.length + plan.ended.length === 0) return refused("nothing-to-change");
  const together = plan.questions.length > mostQuestionsApart;
  const open = plan.questions.find(({ row }) => !repeated.includes(together ? "all" : String(row)));
  return open ? refused("line-repeated", `Row ${String(open.row)}, ${open.name}, is like ${open.like}`) : null;
}

/** Whether figures or words of the budget change; under a signed one, what was paid is none of it. */
function isOfBudget<Values>({ added, changed, ended }: ReadyPlan<Values>, signed: boolean, paidColumns: readonly string[]): boolean {
  return !signed || added.length + ended.length > 0 || changed.some((line) => line.fields.some(({ column }) => !paidColumns.includes(column)));
}

/** Marks the file as taken in, with every line that it touches as it was before: within the database, however many they are. */
async function keepWhatWas<Values extends object>({ db, now, me }: SessionTx, { id, partnershipId }: KeptImport, { table }: ListStore<Values>, { added, changed, ended, unchanged }: ReadyPlan<Values>, ofBudget: boolean): Promise<void> {
  const before = (lines: readonly { id: string }[]) => sql`(select coalesce(jsonb_agg(to_jsonb(t)), '[]') from ${table} as t where t.partnership_id = ${partnershipId}::uuid and t.id in ${idsIn(lines.map((line) => line.id))})`;
  await db.execute(sql`
    update ${fundingImports} set applied_at = ${now.toISOString()}::timestamptz, applied_by = ${me.personId}::uuid, undo = jsonb_build_object(
      'unchanged', ${unchanged}::int, 'ofBudget', ${ofBudget}::boolean, 'added', ${JSON.stringify(added.map((line) => line.id))}::text::jsonb, 'changed', ${before(changed)}, 'removed', ${before(ended)})
    where id = ${id}::uuid`);
}
