import { createHash } from "node:crypto";

import { readPdfFile } from "#app/domain/documents/file/read-pdf-file.server.ts";
import { describeFindings, type ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { dateParts, type FormValues, rawText, text } from "#app/http/form-values.ts";
import { readUpload } from "#app/http/parse-upload.server.ts";
import { readSubmission } from "#app/http/submission.server.ts";

/** The form of an entry as it was sent: what was typed, and its file as it would be published or what is wrong with it. */
export interface SentEntry {
  values: FormValues;
  typed: Record<string, unknown>;
  file: ReadFile | null;
  /** One sentence for each thing in the way of the file. */
  fileProblems: string[];
  looked: boolean;
  /** The form as a command wants it: the same form with another file is another form. */
  submission(): Submission;
}

export async function readEntry(request: Request): Promise<SentEntry> {
  const { values, file } = await readUpload(request, "file");
  const reading = file && (await readPdfFile(file.bytes));
  return {
    values,
    typed: {
      kind: text(values, "kind"),
      title: rawText(values, "title"),
      link: text(values, "link"),
      periodFrom: dateParts(values, "periodFrom"),
      periodTo: dateParts(values, "periodTo"),
      publishedOn: dateParts(values, "publishedOn"),
      reason: rawText(values, "reason"),
      revision: text(values, "revision"),
    },
    file: reading?.ok ? reading.file : null,
    fileProblems: file && reading && !reading.ok ? describeFindings(reading.findings).map((each) => `${file.name}: ${each}`) : [],
    looked: text(values, "looked") === "yes",
    submission: () => {
      const { key, fields } = readSubmission(values);
      return { key, fields: { ...fields, file: file ? createHash("sha256").update(file.bytes).digest("hex") : "" } };
    },
  };
}
