import { z } from "zod";

import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { renderBlocks } from "#app/domain/documents/text/render-html.server.ts";
import { refuseCertain } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";

/** The fields of meetings in which somebody could write about a child: cleaned, and searched for identifiers. */

interface Lengths {
  min: number;
  max: number;
}

/** One line. @param what the field as a message names it: "The place" */
export function line(what: string, missing: string, { min, max }: Lengths) {
  const messages = { missing, tooShort: `${what} must be ${String(min)} characters or more`, tooLong: `${what} must be ${String(max)} characters or fewer` };
  return lineField(messages, { min, max }).superRefine((text, context) => refuseCertain(what, text, context));
}

/** Markdown, which may be left empty; what would not read as it was meant is said with its line. */
export function markdown(what: string, max: number) {
  const field = proseField({ missing: what, tooShort: what, tooLong: `${what} must be ${max.toLocaleString("en-GB")} characters or fewer` }, { min: 1, max, isPublic: false });
  return z.string().transform((typed, context): string => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (typed.trim() === "") return "";
    const read = field.safeParse(typed);
    if (!read.success) return refuse(read.error.issues[0]?.message ?? "Check this");
    const [problem] = parseMarkdown(read.data).problems;
    if (problem) return refuse(`Line ${String(problem.line)}: ${problem.message}`);
    refuseCertain(what, read.data, context);
    return read.data;
  });
}

/** Text of a meeting as safe HTML, to stand under a heading of the third level. */
export function renderWords(text: string, idPrefix: string): string {
  return text === "" ? "" : renderBlocks(parseMarkdown(text).blocks, { headingOffset: 2, idPrefix });
}
