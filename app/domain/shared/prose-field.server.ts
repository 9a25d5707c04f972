import { z } from "zod";

import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";

export interface ProseMessages {
  missing: string;
  tooShort: string;
  tooLong: string;
}

/**
 * A few sentences, cleaned as all text of documents is, with the message for each way they can be wrong. With `isPublic`
 * they may not hold what is certainly the identifier of a person; `why` says so where the text is read by some and not by all.
 */
export function proseField(messages: ProseMessages, { min, max, isPublic, why = "the text is published and must identify nobody" }: { min: number; max: number; isPublic: boolean; why?: string }) {
  return z.string(messages.missing).transform((typed, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const clean = normaliseText(typed.trim(), { maxLength: 20_000 });
    if (!clean.ok) return refuse(clean.problem);
    if (clean.text === "") return refuse(messages.missing);
    if (clean.text.length < min) return refuse(messages.tooShort);
    if (clean.text.length > max) return refuse(messages.tooLong);
    const [found] = isPublic ? findIdentifiers(clean.text).filter((identifier) => identifier.certain) : [];
    return found ? refuse(`This contains what is certainly a ${found.label}. Remove it: ${why}`) : clean.text;
  });
}
