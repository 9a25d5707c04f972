import { z } from "zod";

import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";

/** One line of text that may be published: normalised, single spaces, with the message for each way it can be wrong. */
export function lineField(messages: { missing: string; tooShort: string; tooLong: string }, { min, max }: { min: number; max: number }) {
  return z.string().transform((typed, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const result = normaliseText(typed, { singleLine: true, maxLength: 1_000 });
    if (!result.ok) return refuse(result.problem);
    const line = result.text.replace(/\s+/g, " ");
    if (line === "") return refuse(messages.missing);
    if (line.length < min) return refuse(messages.tooShort);
    if (line.length > max) return refuse(messages.tooLong);
    return line;
  });
}
