import type { z } from "zod";

import { notProvided } from "../vocabulary.ts";
import type { CellProblem, Judged } from "./list-definition.ts";

/** Whether a cell says these words, in capitals or not. */
export function saysWords(cell: string, words: string): boolean {
  return plain(cell) === plain(words);
}

/** The words of a list by what a cell may say: the word itself, or its label. */
export function wordsOf(labels: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels).flatMap(([word, label]) => [[plain(word), word] as const, [plain(label), word] as const]));
}

/** The word that a cell says; otherwise the cell as it is, for the form to refuse. */
export function readWord(words: ReadonlyMap<string, string>, cell: string): string {
  return words.get(plain(cell)) ?? cell;
}

/** An amount as the form takes it: nothing where the cell says in words that there is none. */
export function readAmount(cell: string, words: readonly string[] = []): string {
  return [notProvided, ...words].some((each) => saysWords(cell, each)) ? "" : cell;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, " ").trim();
}

type Typed = Readonly<Record<string, string | undefined>>;

/**
 * Judges a row by the form of one line, with its very messages. What the form refuses is put aside for `valid` and the
 * rest judged again, so that everything wrong with a row is said at once.
 */
export function judgeByForm<Values>(form: z.ZodType<{ line: Values }>, typed: Typed, valid: Typed, columnOf: (field: string) => string): Judged<Values> {
  const problems: CellProblem[] = [];
  const refused = new Set<string>();
  let trial = typed;
  for (;;) {
    const read = form.safeParse(trial);
    if (read.success) return problems.length === 0 ? { ok: true, values: read.data.line } : { ok: false, problems };
    const fields = new Set(read.error.issues.map((issue) => String(issue.path[0] ?? "")).filter((field) => !refused.has(field)));
    if (fields.size === 0) return { ok: false, problems };
    for (const field of fields) {
      const issue = read.error.issues.find((each) => each.path[0] === field);
      const column = columnOf(field);
      if (!problems.some((each) => each.column === column)) problems.push({ column, problem: issue?.message ?? "Check this" });
      refused.add(field);
      trial = { ...trial, [field]: valid[field] };
    }
  }
}
