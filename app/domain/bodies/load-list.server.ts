import { createHash } from "node:crypto";

import { asc, eq, inArray, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { organisations, partnershipAreas } from "#db/schema/index.ts";

import type { CoveragePlan } from "./read-coverage.ts";
import { lockLists, readList } from "./read-list.server.ts";
import type { SuccessorsPlan } from "./read-successors.ts";
import type { BodyList } from "./vocabulary.ts";

export interface LoadListInput {
  list: BodyList;
  /** The file's text, as it was checked. */
  text: string;
  /** What the check showed that it would do. */
  planSha256: string;
}

/**
 * Loads a list of bodies that end, or of the areas that integrated care boards cover. Administrators only. It does what
 * the check showed, or nothing. Coverage is then published with every partnership it concerns.
 * Refusals: not-found (not an administrator), list-not-readable, stale (the register changed since the check),
 * nothing-to-change.
 */
export async function loadList(actor: SessionActor, { list, text, planSha256 }: LoadListInput, submission: Submission): Promise<Outcome<{ changes: number }>> {
  return change(actor, "load-body-list", submission, async (tx) => {
    const forbidden = forbid(tx.me, "load-bodies", { partnershipId: null });
    if (forbidden) return forbidden;
    await lockLists(tx);
    const read = await readList(tx, list, text);
    if (!read.ok) return refused("list-not-readable", read.problems[0]);
    if (read.value.sha256 !== planSha256) return refused("stale");
    const changes = read.value.rows.filter((row) => row.state !== "unchanged").length;
    if (changes === 0) return refused("nothing-to-change");
    const fileSha256 = createHash("sha256").update(text).digest("hex");
    if (read.value.list === "successors") await loadSuccessors(tx, read.value.plan, fileSha256);
    else await loadCoverage(tx, read.value.plan, fileSha256);
    return done({ changes });
  });
}

async function loadSuccessors(tx: SessionTx, { newBodies, ends }: SuccessorsPlan, fileSha256: string): Promise<void> {
  await tx.db.execute(sql`select portal.load_bodies(${JSON.stringify(newBodies)}::text::jsonb, ${JSON.stringify(ends)}::text::jsonb)`);
  await appendToLedger(tx, { type: "successors.loaded", partnershipId: null, data: { fileSha256, rows: ends.length, newBodies: newBodies.length } });
}

async function loadCoverage(tx: SessionTx, { areas, coverage }: CoveragePlan, fileSha256: string): Promise<void> {
  await tx.db.execute(sql`select portal.load_icb_coverage(${JSON.stringify(areas)}::text::jsonb, ${JSON.stringify(coverage)}::text::jsonb)`);
  await appendToLedger(tx, { type: "icb-coverage.loaded", partnershipId: null, data: { fileSha256, rows: coverage.length, areas: areas.length } });
  const concerned = await tx.db
    .selectDistinct({ id: partnershipAreas.partnershipId })
    .from(partnershipAreas)
    .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
    .where(inArray(organisations.code, areas))
    .orderBy(asc(partnershipAreas.partnershipId));
  for (const { id } of concerned) {
    await appendToLedger(tx, { type: "icb-coverage.loaded", partnershipId: id, data: { fileSha256, rows: coverage.length, areas: areas.length } });
    await publishDirectory(tx, id);
  }
}
