import { createHash } from "node:crypto";

import canonicalize from "canonicalize";
import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { readCsv, readCsvDate } from "#app/domain/shared/csv.server.ts";
import type { Tx } from "#db/client.server.ts";
import { icbCoverage, organisations } from "#db/schema/index.ts";

import { type Coverage, type CoveragePlan, planCoverage } from "./read-coverage.ts";
import { type KnownBody, planSuccessors, type SuccessorsPlan } from "./read-successors.ts";
import { type BodyList, bodyListColumns, type ListPlan, mostListRows } from "./vocabulary.ts";

/** What a file would do, ready to be done. */
export type ReadList = ListPlan & ({ list: "successors"; plan: SuccessorsPlan } | { list: "coverage"; plan: CoveragePlan });

const successor = alias(organisations, "successor");

/** Every body on the register, by its code, with its successor. */
export async function listKnownBodies({ db }: Pick<Tx, "db">): Promise<KnownBody[]> {
  return db
    .select({ kind: organisations.kind, code: organisations.code, name: organisations.name, validFrom: organisations.validFrom, validTo: organisations.validTo, successorCode: successor.code })
    .from(organisations)
    .leftJoin(successor, eq(successor.id, organisations.successorId))
    .orderBy(asc(organisations.code));
}

/** Every area's coverage, by the codes of area and board. */
export async function listCoverage({ db }: Pick<Tx, "db">): Promise<Coverage[]> {
  const area = alias(organisations, "area");
  const icb = alias(organisations, "icb");
  return db
    .select({ area: area.code, icb: icb.code, from: icbCoverage.validFrom, to: icbCoverage.validTo })
    .from(icbCoverage)
    .innerJoin(area, eq(area.id, icbCoverage.localAuthorityId))
    .innerJoin(icb, eq(icb.id, icbCoverage.icbId))
    .orderBy(asc(area.code), asc(icb.code), asc(icbCoverage.validFrom));
}

/** Reads the text of a list's file against what is on the register now: what it would change, or all that is wrong with it. */
export async function readList(tx: Pick<Tx, "db">, list: BodyList, text: string): Promise<{ ok: true; value: ReadList } | { ok: false; problems: string[] }> {
  const csv = readCsv(text, bodyListColumns[list], mostListRows);
  if (!csv.ok) return csv;
  const cell = (cells: Record<string, string>, name: string) => cells[name] ?? "";
  const date = (cells: Record<string, string>, name: string) => (cell(cells, name) === "" ? null : (readCsvDate(cell(cells, name)) ?? ("wrong" as const)));
  if (list === "successors") {
    const rows = csv.rows.map(({ row, cells }) => ({
      row,
      code: cell(cells, "code").toUpperCase(),
      endedOn: date(cells, "ended_on"),
      successorCode: cell(cells, "successor_code").toUpperCase(),
      successorKind: cell(cells, "successor_kind").toLowerCase(),
      successorName: cell(cells, "successor_name").normalize("NFC").replace(/\s+/g, " "),
      successorValidFrom: date(cells, "successor_valid_from"),
    }));
    const planned = planSuccessors(rows, await listKnownBodies(tx));
    return planned.ok ? { ok: true, value: { list, plan: planned.plan, rows: planned.plan.rows, sha256: hashOf(planned.plan) } } : planned;
  }
  const rows = csv.rows.map(({ row, cells }) => ({ row, area: cell(cells, "local_authority_code").toUpperCase(), icb: cell(cells, "icb_code").toUpperCase(), from: date(cells, "valid_from"), to: date(cells, "valid_to") }));
  const register = new Map((await listKnownBodies(tx)).map((body) => [body.code, body]));
  const planned = planCoverage(rows, register, await listCoverage(tx));
  return planned.ok ? { ok: true, value: { list, plan: planned.plan, rows: planned.plan.rows, sha256: hashOf(planned.plan) } } : planned;
}

/** Names what was shown, so that loading does that and nothing else. */
function hashOf(plan: SuccessorsPlan | CoveragePlan): string {
  return createHash("sha256").update(canonicalize(JSON.parse(JSON.stringify(plan))) ?? "").digest("hex");
}

/** One change to a list at a time, until the transaction ends. */
export async function lockLists({ db }: Pick<Tx, "db">): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('body-lists', 0))`);
}
