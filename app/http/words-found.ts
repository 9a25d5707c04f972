import { type FoundInWords, findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";

import { type FormValues, rawText } from "./form-values.ts";

/** What may identify somebody in the words of these fields. @param names what the form calls each field */
export function wordsFound(values: FormValues, names: Readonly<Record<string, string>>): FoundInWords["possible"] {
  return findInWords(Object.fromEntries(Object.entries(names).map(([field, name]) => [name, rawText(values, field)]))).possible;
}
