import { optionalPublicProse } from "#app/domain/shared/public-fields.server.ts";

import type { LineChange } from "./save-amounts.server.ts";
import { readFundingList } from "./vocabulary.ts";

const note = optionalPublicProse("The explanation", 1_000);

/** The explanations of a form with a field for each line, or what is wrong with one, by the name of its field. A line without a list or revision is left out. */
export function readExplanations(values: Readonly<Record<string, readonly string[]>>): { lines: LineChange[]; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const lines = Object.keys(values).flatMap((name): LineChange[] => {
    if (!name.startsWith("note-")) return [];
    const lineId = name.slice("note-".length);
    const list = readFundingList(values[`list-${lineId}`]?.[0]);
    const revision = Number(values[`revision-${lineId}`]?.[0]);
    if (!list || !Number.isSafeInteger(revision)) return [];
    const read = note.safeParse(values[name]?.[0] ?? "");
    if (!read.success) {
      errors[name] = read.error.issues[0]?.message ?? "Check the explanation";
      return [];
    }
    return [{ list, lineId, revision, differenceNote: read.data }];
  });
  return { lines, errors };
}
