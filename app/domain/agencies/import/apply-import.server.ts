import { randomUUID } from "node:crypto";

import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships, registerImports } from "#db/schema/index.ts";

import { isListPublished, publishAgencies } from "../publish-agencies.server.ts";
import { listCategories } from "../queries.server.ts";
import { findPlan } from "./find-plan.server.ts";
import { type ImportAddress, type KeptImport, lockKeptImport } from "./kept-import.server.ts";
import type { PlannedChange, RegisterPlan } from "./planned.ts";
import { isPublicSource } from "./present.ts";
import { type ReadyNew, writeBodies, writeMemberships } from "./write-plan.server.ts";

export interface ApplyImportInput extends ImportAddress {
  /** What the preview showed that it would do. */
  planSha256: string;
  /** The categories whose new agencies are proposed; the others stay out of the register. */
  categories: readonly string[];
}

export interface AppliedCounts {
  added: number;
  changed: number;
  closed: number;
}

/**
 * Takes a kept file in: all of it or nothing, and only what the preview showed. What is new is proposed, never named.
 * Refusals: not-permitted, not-found, import-over, stale (the register changed since the preview), import-not-readable
 * (the detail names the row).
 */
export async function applyImport(actor: SessionActor, input: ApplyImportInput, submission: Submission): Promise<Outcome<AppliedCounts>> {
  return change(actor, "apply-register-import", submission, async (tx) => {
    const { partnershipId } = input;
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const kept = await lockKeptImport(tx, input);
    if (!kept) return refused("not-found");
    if (kept.appliedAt) return refused("import-over");
    await lockRegister(tx, partnershipId);
    const { plan, errors, blocked, sha256 } = await findPlan(tx, kept);
    if (sha256 !== input.planSha256) return refused("stale");
    const [wrong] = errors;
    if (blocked && wrong) return refused("import-not-readable", `Row ${String(wrong.row)}: ${wrong.problem}`);
    const added = plan.added.filter(({ category }) => input.categories.includes(category)).map((each) => ({ ...each, membershipId: randomUUID(), bodyId: each.agencyId ?? randomUUID() }));
    const changed = [...plan.changed, ...plan.closed];
    const counts = { added: added.length, changed: plan.changed.length, closed: plan.closed.length };
    await keepWhatWas(tx, kept, { plan, added, changed });
    await writeBodies(tx, partnershipId, added, changed);
    const [category] = await listCategories(tx);
    await writeMemberships(tx, partnershipId, category?.listId ?? "", added, changed);
    await appendToLedger(tx, { type: "agencies.imported", partnershipId, data: { source: kept.source, importId: kept.id, fileSha256: kept.fileSha256, extractDate: kept.extractDate, ...counts } });
    // The public also reads how much of what is open is named.
    if (changed.some(({ named }) => named) || (isPublicSource(kept.source) && (await isListPublished(tx, partnershipId)))) await publishAgencies(tx, partnershipId);
    return done(counts);
  });
}

/** Nothing of the register changes meanwhile but by who has waited for this. Locked in the order of ids, as naming does. */
export async function lockRegister({ db }: SessionTx, partnershipId: string): Promise<void> {
  await db.execute(sql`select from ${agencyMemberships} m where m.partnership_id = ${partnershipId}::uuid order by m.id for update`);
  await db.execute(sql`select from ${agencies} a where a.kept_by = ${partnershipId}::uuid order by a.id for update`);
}

/** Marks the file as taken in, with everything that it touches as it was before: within the database, however much it is. */
async function keepWhatWas({ db, now, me }: SessionTx, { id }: KeptImport, { plan, added, changed }: { plan: RegisterPlan; added: readonly ReadyNew[]; changed: readonly PlannedChange[] }): Promise<void> {
  const bodies = changed.filter(({ body }) => body !== null).map(({ agencyId }) => agencyId);
  const memberships = changed.filter(({ membership }) => membership !== null).map(({ membershipId }) => membershipId);
  const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;
  await db.execute(sql`
    update ${registerImports} set applied_at = ${now.toISOString()}::timestamptz, applied_by = ${me.personId}::uuid, undo = jsonb_build_object(
      'counts', ${json({ added: added.length, changed: plan.changed.length, closed: plan.closed.length, unchanged: plan.unchanged })},
      'attention', ${json(plan.attention)},
      'added', ${json(added.map(({ membershipId }) => membershipId))},
      'bodiesAdded', ${json(added.filter(({ agencyId }) => agencyId === null).map(({ bodyId }) => bodyId))},
      'bodies', (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from ${agencies} a where a.id in ${idsIn(bodies)}),
      'memberships', (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from ${agencyMemberships} m where m.id in ${idsIn(memberships)}))
    where id = ${id}::uuid`);
}
