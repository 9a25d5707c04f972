import { z } from "zod";

import { isUuid } from "#app/domain/shared/is-uuid.ts";

import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { normaliseText } from "../text/normalise.server.ts";

const mostCharacters = 4_000;

/**
 * What somebody says of a section. Colleagues read it, not the public; but an identifier of one person belongs nowhere
 * here, so one that is certain is refused. A possible one is shown beside the remark instead.
 */
const text = z.string().transform((typed, context) => {
  const clean = normaliseText(typed.trim(), { maxLength: mostCharacters });
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  if (!clean.ok) return refuse(clean.problem);
  if (clean.text === "") return refuse("Write your comment");
  const [found] = findIdentifiers(clean.text).filter((identifier) => identifier.certain);
  return found ? refuse(`The comment contains what is certainly a ${found.label} (${found.excerpt}). Remove it: nothing about one person may be written here`) : clean.text;
});

const addressedTo = z.array(z.string().refine(isUuid, "Open the page again and choose from the people in the list"));

/** `revision`: of the section, as it was read. */
export const commentForm = z.object({
  text,
  addressedTo,
  revision: z.string().regex(/^\d{1,9}$/, "The form is incomplete. Copy what you typed, open the page again and paste it").transform(Number),
});

export const replyForm = z.object({ text, addressedTo });

export const correctionForm = z.object({ text });
