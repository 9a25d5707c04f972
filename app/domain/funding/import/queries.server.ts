import { inArray } from "drizzle-orm";

import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import { partOf } from "#app/domain/shared/parts.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { people } from "#db/schema/index.ts";

import { columnNames, problemColumn } from "../lists/vocabulary.ts";
import { findPlan, readKeptRows } from "./find-plan.server.ts";
import type { FundingImport, ImportPart, ImportPreview, KeptFile } from "./import-view.ts";
import { countsOf, findKeptImport, type ImportAddress, type KeptImport, listKeptImports } from "./kept-import.server.ts";
import { withStore } from "./list-store.server.ts";

const mostFiles = 10;

/** The last files of a list that were read, the newest first. */
export async function listFundingImports(actor: SessionActor, at: Omit<ImportAddress, "importId">): Promise<KeptFile[]> {
  return as(actor, async (tx) => {
    const found = await listKeptImports(tx, at, mostFiles);
    const names = await namesOf(tx, found.map((kept) => kept.uploadedBy));
    return found.map((kept) => toFile(kept, names));
  });
}

/** A file that was read, with what it would do, in parts, or what it did. Null when there is none. */
export async function findFundingImport(actor: SessionActor, at: ImportAddress, pages: Readonly<Record<ImportPart, number>>): Promise<FundingImport | null> {
  return as(actor, async (tx) => {
    const kept = await findKeptImport(tx, at);
    if (!kept) return null;
    const { appliedAt, undoneAt } = kept;
    const names = await namesOf(tx, [kept.uploadedBy, kept.appliedBy ?? "", kept.undoneBy ?? ""].filter(Boolean));
    const by = (id: string | null) => names.get(id ?? "") ?? "";
    const result = appliedAt && { at: appliedAt, by: by(kept.appliedBy), ...(await countsOf(tx, kept.id)), undone: undoneAt && { at: undoneAt, by: by(kept.undoneBy) } };
    return { ...toFile(kept, names), year: kept.year, list: kept.list, result, preview: appliedAt ? null : await readPreview(tx, kept, pages) };
  });
}

async function readPreview(tx: SessionTx, kept: KeptImport, pages: Readonly<Record<ImportPart, number>>): Promise<ImportPreview> {
  return withStore(kept.list, async (store) => {
    const { plan, sha256 } = await findPlan(tx, kept, store);
    const part = <T>(name: ImportPart, items: readonly T[]) => partOf(items, pages[name]);
    const changed = part("changed", plan.changed);
    const added = part("added", plan.added);
    return {
      errors: part("errors", plan.errors),
      questions: part("questions", plan.questions),
      changed: { ...changed, items: changed.items.map(({ row, name, fields }) => ({ row, name, fields })) },
      added: { ...added, items: added.items.map(({ row, name, cells }) => ({ row, name, cells })) },
      ended: part("ended", plan.ended),
      unchanged: plan.unchanged,
      removesMissing: kept.removesMissing,
      planSha256: sha256,
    };
  });
}

/**
 * A person's own file with a column that says what is wrong with each row. Cells past those that row 1 names stay past it.
 * Null when there is no such file, or it is over.
 */
export async function writeProblemsFile(actor: SessionActor, at: ImportAddress): Promise<string | null> {
  return as(actor, async (tx) => {
    const kept = await findKeptImport(tx, at);
    if (!kept || kept.appliedAt) return null;
    return withStore(kept.list, async (store) => {
      const { plan } = await findPlan(tx, kept, store);
      const problems = new Map<number, string[]>();
      for (const { row, column, problem, fix } of plan.errors) {
        if (row !== null) problems.set(row, [...(problems.get(row) ?? []), `${column ? `${column}: ` : ""}${withFullStop(problem)} ${withFullStop(fix)}`]);
      }
      const rows: string[][] = [];
      await inSlices(await readKeptRows(tx, kept.id), ({ row, cells, surplus }) => rows.push([...cells, problems.get(row)?.join(" | ") ?? "", ...(surplus ?? [])]));
      return writeCsv([...columnNames(kept.list), problemColumn], rows);
    });
  });
}

async function namesOf({ db }: SessionTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toFile({ id, fileName, uploadedAt, uploadedBy, appliedAt, undoneAt }: KeptImport, names: ReadonlyMap<string, string>): KeptFile {
  return { id, fileName, uploadedAt, uploadedBy: names.get(uploadedBy) ?? "", state: undoneAt ? "undone" : appliedAt ? "taken-in" : "waiting" };
}
