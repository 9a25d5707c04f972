import { z } from "zod";

import { normaliseText } from "../text/normalise.server.ts";
import { reviewOutcomes } from "./rules.ts";

const words = z.string().transform((typed, context) => {
  const clean = normaliseText(typed.trim(), { maxLength: 4_000 });
  if (clean.ok) return clean.text === "" ? null : clean.text;
  context.addIssue({ code: "custom", message: clean.problem });
  return z.NEVER;
});

/** What a reviewer says of the draft at the revision that was read. Whoever wants changes says which. */
export const reviewForm = z
  .object({
    outcome: z.enum(reviewOutcomes, "Say whether the draft is ready or changes are wanted"),
    words,
    revision: z.string().regex(/^\d{1,9}$/, "The form is incomplete. Copy what you typed, open the page again and paste it").transform(Number),
  })
  .superRefine((review, context) => {
    if (review.outcome === "changes-wanted" && (review.words ?? "").length < 5) {
      context.addIssue({ code: "custom", path: ["words"], message: "Say which changes are wanted, in at least 5 characters" });
    }
  });
