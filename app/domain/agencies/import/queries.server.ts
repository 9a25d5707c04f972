import { inArray, sql } from "drizzle-orm";

import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { groupBy } from "#app/domain/shared/group-by.ts";
import { type Part, partOf } from "#app/domain/shared/parts.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { people, registerImports } from "#db/schema/index.ts";

import { listAreas, listCategories, readWholeRegister } from "../queries.server.ts";
import type { RegisterKeep } from "../registers/register-row.ts";
import { registerColumnNames, type RegisterSource } from "../registers/vocabulary.ts";
import { findPlan, readErrors } from "./find-plan.server.ts";
import type { Attention, ImportPart, ImportPreview, ImportResult, KeptFile, NewAgency, RegisterImport } from "./import-view.ts";
import { findKeptImport, type ImportAddress, type KeptImport, listKeptImports, readKeptRows } from "./kept-import.server.ts";
import type { PlannedChange, PlannedNew } from "./planned.ts";
import { isPublicSource, numberOf } from "./present.ts";

const mostFiles = 10;

/** Which rows of a file are wanted, for the reader: the partnership's areas, and bodies that it has in its register. */
export async function getRegisterKeep(actor: SessionActor, partnershipId: string, source: RegisterSource): Promise<RegisterKeep> {
  return as(actor, async (tx) => {
    const known = isPublicSource(source) ? (await readWholeRegister(tx, partnershipId)).flatMap((agency) => numberOf(source, agency) ?? []) : [];
    return { areas: await listAreas(tx, partnershipId), known, categories: await listCategories(tx) };
  });
}

/** The last files that were read, the newest first. */
export async function listRegisterImports(actor: SessionActor, partnershipId: string): Promise<KeptFile[]> {
  return as(actor, async (tx) => {
    const found = await listKeptImports(tx, partnershipId, mostFiles);
    const names = await namesOf(tx, found.map((kept) => kept.uploadedBy));
    return found.map((kept) => toFile(kept, names));
  });
}

/** A file that was read, with what it would do, in parts, or what it did. Null when there is none. */
export async function findRegisterImport(actor: SessionActor, at: ImportAddress, pages: Readonly<Record<ImportPart, number>>): Promise<RegisterImport | null> {
  return as(actor, async (tx) => {
    const kept = await findKeptImport(tx, at);
    if (!kept) return null;
    const names = await namesOf(tx, [kept.uploadedBy, kept.appliedBy ?? "", kept.undoneBy ?? ""].filter(Boolean));
    const { absent, ...counts } = kept.counts;
    return { ...toFile(kept, names), counts, absent, result: await readResult(tx, kept, names), preview: kept.appliedAt ? null : await readPreview(tx, kept, pages) };
  });
}

async function readPreview(tx: SessionTx, kept: KeptImport, pages: Readonly<Record<ImportPart, number>>): Promise<ImportPreview> {
  const { plan, errors, blocked, titles, sha256 } = await findPlan(tx, kept);
  const part = <T, U>(name: ImportPart, items: readonly T[], show: (item: T) => U): Part<U> => {
    const { items: shown, ...rest } = partOf(items, pages[name]);
    return { ...rest, items: shown.map(show) };
  };
  const groups = [...groupBy(plan.added, ({ category }) => category)].map(([category, { length: count }]) => ({ category, title: titles.get(category) ?? category, count }));
  return {
    errors: part("errors", errors, (error) => error),
    closed: part("closed", plan.closed, showChange),
    changed: part("changed", plan.changed, showChange),
    added: part("added", plan.added, (agency) => showNew(agency, titles)),
    attention: part("attention", plan.attention, (each) => each),
    groups,
    unchanged: plan.unchanged,
    blocked,
    planSha256: sha256,
  };
}

function showChange({ row, membershipId, name, fields }: PlannedChange) {
  return { row, membershipId, name, fields };
}

function showNew({ row, name, number, kind, phase, parent, category, keptElsewhere }: PlannedNew, titles: ReadonlyMap<string, string>): NewAgency {
  return { row, name, number, kind, phase, parent, category: titles.get(category) ?? category, keptElsewhere };
}

interface Undo {
  counts: { added: number; changed: number; closed: number; unchanged: number };
  attention: Attention[];
}

async function readResult({ db }: SessionTx, { id, appliedAt, appliedBy, undoneAt, undoneBy }: KeptImport, names: ReadonlyMap<string, string>): Promise<ImportResult | null> {
  if (!appliedAt) return null;
  const [row] = await db.execute<{ undo: Undo }>(sql`select jsonb_build_object('counts', undo->'counts', 'attention', undo->'attention') as undo from ${registerImports} where id = ${id}::uuid`);
  if (!row) throw new Error("nothing is kept of the file");
  const by = (person: string | null) => names.get(person ?? "") ?? "";
  return { at: appliedAt, by: by(appliedBy), ...row.undo.counts, attention: row.undo.attention, undone: undoneAt && { at: undoneAt, by: by(undoneBy) } };
}

/**
 * What is wrong with a file: of the partnership's own the whole file with a column that says what is wrong with each row,
 * of a public register a list of what is wrong where. Null when there is no such file, or it is over.
 */
export async function writeProblemsFile(actor: SessionActor, at: ImportAddress): Promise<string | null> {
  return as(actor, async (tx) => {
    const kept = await findKeptImport(tx, at);
    if (!kept || kept.appliedAt) return null;
    const { errors } = await findPlan(tx, kept);
    if (isPublicSource(kept.source)) return writeCsv(["row", "column", "value", "problem", "fix"], errors.map(({ row, column, value, problem, fix }) => [String(row), column ?? "", value, problem, fix]));
    const { refusedRows } = await readErrors(tx, kept.id);
    const given = (await readKeptRows(tx, kept.id)).map(({ row, own }) => ({ row, cells: own?.cells ?? [] }));
    const said = groupBy(errors, ({ row }) => row);
    const problemsOf = (row: number) => (said.get(row) ?? []).map(({ column, problem, fix }) => `${column ? `${column}: ` : ""}${withFullStop(problem)} ${withFullStop(fix)}`).join(" | ");
    const rows = [...given, ...refusedRows].sort((one, other) => one.row - other.row).map(({ row, cells }) => [...cells, problemsOf(row)]);
    return writeCsv([...registerColumnNames("own"), "problem"], rows);
  });
}

async function namesOf({ db }: SessionTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toFile({ id, source, fileName, extractDate, uploadedAt, uploadedBy, appliedAt, undoneAt }: KeptImport, names: ReadonlyMap<string, string>): KeptFile {
  return { id, source, fileName, extractDate, uploadedAt, uploadedBy: names.get(uploadedBy) ?? "", state: undoneAt ? "undone" : appliedAt ? "taken-in" : "waiting" };
}
