import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";

import { cellOf, type ListDefinition, type Partner, type PresentLine, sameCell } from "../lists/list-definition.ts";
import { columnNames, exampleCells, listColumns } from "../lists/vocabulary.ts";
import type { FieldChange, ImportQuestion, RowError } from "./import-view.ts";
import type { ImportRow } from "./import-row.ts";

/** What the lines of a list are before a file is taken in, and what holds for them. */
export interface PlanGround<Values extends object> {
  definition: ListDefinition<Values>;
  present: readonly PresentLine<Values>[];
  partners: readonly Partner[];
  /** Whether a signed budget is in force. */
  signed: boolean;
  /** Whether lines that are not in the file are removed. */
  removesMissing: boolean;
}

export interface PlannedLine<Values> {
  row: number;
  name: string;
  cells: readonly string[];
  values: Values;
}

export interface PlannedChange<Values> extends PlannedLine<Values> {
  id: string;
  fields: FieldChange[];
}

/** What taking a file in would do. With errors it does nothing. */
export interface ImportPlan<Values> {
  added: PlannedLine<Values>[];
  changed: PlannedChange<Values>[];
  unchanged: number;
  /** Lines that are not in the file, when those are removed. */
  ended: { id: string; name: string }[];
  errors: RowError[];
  questions: ImportQuestion[];
}

type Placed<Values> = { kind: "unchanged" } | ({ kind: "added" } & PlannedLine<Values>) | ({ kind: "changed" } & PlannedChange<Values>) | { kind: "errors"; errors: RowError[] };
type Known<Values> = PresentLine<Values> & { cells: string[] };

/** Plans what taking a file's rows in would do to the lines that are there: nothing else decides it. */
export async function planImport<Values extends object>(rows: readonly ImportRow<Values>[], ground: PlanGround<Values>): Promise<ImportPlan<Values>> {
  const { definition, present, removesMissing } = ground;
  const plan: ImportPlan<Values> = { added: [], changed: [], unchanged: 0, ended: [], errors: [], questions: [] };
  const known = new Map<string, Known<Values>>();
  await inSlices(present, (line) => known.set(line.id, { ...line, cells: definition.toCells(line.id, line.values) }));
  const names = columnNames(definition.list);
  const named = new Map<string, number>();
  await inSlices(rows, (row) => {
    const id = cellOf(names, row.cells, "id").toLowerCase();
    const placed = placeRow(row, id, { ...ground, known, names, firstRow: named.get(id) ?? null });
    if (id !== "" && !named.has(id)) named.set(id, row.row);
    if (placed.kind === "unchanged") plan.unchanged += 1;
    else if (placed.kind === "errors") plan.errors.push(...placed.errors);
    else if (placed.kind === "added") plan.added.push(placed);
    else plan.changed.push(placed);
  });
  const missing = removesMissing ? present.filter((line) => !named.has(line.id)) : [];
  for (const line of missing) {
    const name = definition.nameOf(line.values);
    const fixed = fixedLine(line, ground.signed);
    if (fixed) plan.errors.push({ row: null, column: null, value: name, problem: `This line is not in the file, and cannot be removed. ${fixed.problem}`, fix: "Put the line back into the file, or choose that lines not in the file stay" });
    else plan.ended.push({ id: line.id, name });
  }
  plan.questions = await askAboutLikeness(plan, ground, new Set(missing.map((line) => line.id)));
  return plan;
}

interface RowGround<Values extends object> extends PlanGround<Values> {
  known: ReadonlyMap<string, Known<Values>>;
  names: readonly string[];
  /** The row that has the same id already. */
  firstRow: number | null;
}

function placeRow<Values extends object>(row: ImportRow<Values>, id: string, ground: RowGround<Values>): Placed<Values> {
  const { definition, known, names, partners } = ground;
  const stored = known.get(id) ?? null;
  const refuse = (...found: { column: string | null; problem: string; fix?: string }[]): Placed<Values> => ({
    kind: "errors",
    errors: found.map((each) => rowError(row, each, definition.list, names)).sort((a, b) => names.indexOf(a.column ?? "") - names.indexOf(b.column ?? "")),
  });
  if (id !== "" && ground.firstRow !== null) return refuse({ column: "id", problem: `The line of this id is in row ${String(ground.firstRow)} already`, fix: "Keep one of the two rows" });
  if (id !== "" && !stored) return refuse({ column: "id", problem: isUuid(id) ? "No line of this list and year has this id: it may have been removed" : "This is not an id of the portal", fix: "Leave the cell empty to add the line, or put the id back" });
  if (row.surplus) return refuse({ column: null, problem: `The row has ${String(row.surplus.length)} more ${row.surplus.length === 1 ? "cell" : "cells"} than row 1 names`, fix: "Put text that contains a comma, and amounts like 1,200.50, in double quotes" });
  if (stored && row.cells.every((cell, at) => names[at] === "id" || sameCell(cell, stored.cells[at]))) return { kind: "unchanged" };
  if (!stored && row.cells.every((cell, at) => sameCell(cell, exampleCells[definition.list][at]))) return refuse({ column: null, problem: "This is the example of the template", fix: "Put your own line in its place, or delete the row" });
  const judged = row.judged.ok ? null : row.judged.problems;
  const settled = definition.settle(row.judged.ok ? (stored ? merge(row, row.judged.values, stored, ground) : row.judged.values) : null, row.cells, stored?.values ?? null, partners);
  if (!settled.ok || judged) return refuse(...(judged ?? []), ...(settled.ok ? [] : settled.problems).filter(({ column }) => !judged?.some((each) => each.column === column)));
  const { values } = settled;
  const line = { row: row.row, name: definition.nameOf(values), values };
  if (!stored) return ground.signed ? refuse({ column: null, problem: signedProblem, fix: "Add the line in the portal, as a change in the year" }) : { kind: "added", ...line, cells: definition.toCells("", values) };
  const cells = definition.toCells(stored.id, values);
  const fields = names.flatMap((column, at): FieldChange[] => (cells[at] === stored.cells[at] ? [] : [{ column, before: stored.cells[at] ?? "", after: cells[at] ?? "" }]));
  const fixed = fixedLine(stored, ground.signed);
  const barred = fixed ? fields.filter((field) => definition.signedColumns.includes(field.column)) : [];
  if (fixed && barred.length > 0) return refuse(...barred.map(({ column, before }) => ({ column, problem: fixed.problem, fix: `Put “${before}” back. ${fixed.fix}` })));
  return fields.length === 0 ? { kind: "unchanged" } : { kind: "changed", ...line, id: stored.id, cells, fields };
}

/** A cell that is as it was exported leaves its field exactly as it is on record. */
function merge<Values extends object>({ cells }: ImportRow<Values>, values: Values, stored: Known<Values>, { definition, names }: RowGround<Values>): Values {
  const merged = { ...values };
  for (const [at, column] of names.entries()) {
    const field = definition.fields[column];
    if (field !== undefined && sameCell(cells[at], stored.cells[at])) merged[field] = stored.values[field];
  }
  return merged;
}

const signedProblem = "The budget is signed and published, so a file changes nothing of it.";

/** Why the amount of a line does not change by a file, if it does not. */
function fixedLine({ shared }: { shared: boolean }, signed: boolean): { problem: string; fix: string } | null {
  if (shared) return { problem: "It is a part of one payer’s amount for several partnerships, and is what was accepted.", fix: "The host of that amount can change it" };
  return signed ? { problem: signedProblem, fix: "Then record a change in the year on the page of the line" } : null;
}

function rowError(row: ImportRow<unknown>, { column, problem, fix }: { column: string | null; problem: string; fix?: string }, list: ListDefinition<object>["list"], names: readonly string[]): RowError {
  const value = column === null ? "" : cellOf(names, row.cells, column);
  return { row: row.row, column, value, problem, fix: fix ?? listColumns[list].find((each) => each.name === column)?.holds ?? "" };
}

/** Asks about each line that is new, or newly like another, and is like one that is there or that comes before it in the file. */
async function askAboutLikeness<Values extends object>({ added, changed }: ImportPlan<Values>, { definition, present }: PlanGround<Values>, ended: ReadonlySet<string>): Promise<ImportQuestion[]> {
  const before = new Map<string, string>();
  await inSlices(present, ({ id, values }) => before.set(id, definition.likenessOf(values)));
  const fresh: { row: number; name: string; likeness: string }[] = [];
  const stays = new Map(before);
  for (const id of ended) stays.delete(id);
  await inSlices([...added.map((line) => ({ ...line, id: "" })), ...changed], ({ row, name, values, id }) => {
    const likeness = definition.likenessOf(values);
    if (before.get(id) === likeness) return;
    stays.delete(id);
    fresh.push({ row, name, likeness });
  });
  const seen = new Map([...stays.values()].map((likeness) => [likeness, "a line that is there already"]));
  const questions: ImportQuestion[] = [];
  await inSlices(fresh.sort((a, b) => a.row - b.row), ({ row, name, likeness }) => {
    const like = seen.get(likeness);
    if (like !== undefined) questions.push({ row, name, like });
    else seen.set(likeness, `row ${String(row)}`);
  });
  return questions;
}
