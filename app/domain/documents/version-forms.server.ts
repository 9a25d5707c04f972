import { z } from "zod";

import { findIdentifiers } from "./identifiers/find-identifiers.ts";
import { normaliseText } from "./text/normalise.server.ts";
import { type DocumentKind, documentWords } from "./vocabulary.ts";

interface Asked {
  least: number;
  most: number;
  missing: string;
}

/** Typed prose: cleaned as all text of documents is, and long enough to say something. */
function reason({ least, most, missing }: Asked) {
  return z.string(missing).transform((typed, context) => {
    const clean = normaliseText(typed.trim(), { maxLength: most });
    if (!clean.ok) {
      context.addIssue({ code: "custom", message: clean.problem });
      return z.NEVER;
    }
    if (clean.text.length < least) {
      context.addIssue({ code: "custom", message: clean.text === "" ? missing : `${missing}, in at least ${String(least)} characters` });
      return z.NEVER;
    }
    return clean.text;
  });
}

/** Prose that the public reads: no identifier of a person may be in it. */
function publicReason(asked: Asked, what = "The reason") {
  return reason(asked).superRefine((text, context) => {
    const [found] = findIdentifiers(text).filter((identifier) => identifier.certain);
    if (found) context.addIssue({ code: "custom", message: `${what} contains what is certainly a ${found.label}. Remove it: ${what.charAt(0).toLowerCase()}${what.slice(1)} is public and must identify nobody` });
  });
}

/** The two boxes of the signing page, both ticked, and a password. Whether the password is right is checked apart. */
export function signForm(kind: DocumentKind) {
  const { these, them } = documentWords(kind);
  return z.object({
    agree: z.literal("yes", `Tick the box to say that you have read ${these} and agree to ${them}`),
    understand: z.literal("yes", "Tick the box to say that you understand your signature, name and office will be published"),
  });
}

export const declineForm = z.object({
  reason: reason({ least: 5, most: 4_000, missing: "Say why you decline, or what must change" }),
});

export const withdrawForm = z.object({
  reason: publicReason({ least: 5, most: 1_000, missing: "Give the reason that the public will read" }),
});

/** A note beside a published version, put right. `known` is how many corrections of it the page showed. */
export const correctForm = z.object({
  after: publicReason({ least: 1, most: 1_000, missing: "Enter what the note should say" }, "The note"),
  reason: publicReason({ least: 5, most: 1_000, missing: "Say why you correct it, for the public" }),
  known: z.string().regex(/^\d{1,4}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number),
});

export const takeDownForm = z.object({
  reason: publicReason({ least: 5, most: 1_000, missing: "Give the reason that the public will read, without identifying anybody" }),
});
