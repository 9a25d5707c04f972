import { z } from "zod";

import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField as looked, refuseCertain, refusePossible, revisionField } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";

import type { OwnerChoice } from "./risk-view.ts";

const score = (message: string) => z.enum(["1", "2", "3", "4", "5"], message).transform(Number);
const likelihood = score("Choose how likely it is");
const impact = score("Choose how much harm it would do");
const mitigation = guardedProse("What is done about it", "Say what is done about it", { min: 3, max: 2_000 });
const owner = (owners: readonly OwnerChoice[]) => z.enum(owners.map((each) => each.postId), "Choose whose it is");
const reviewOn = (today: string) =>
  dateField("the day of the next review").superRefine((day, context) => {
    if (day <= today) context.addIssue({ code: "custom", message: "The next review must be after today" });
  });

/** A risk as somebody types it. */
export function riskForm(owners: readonly OwnerChoice[], today: string) {
  return z
    .object({
      title: lineField({ missing: "Say in a few words what could happen", tooShort: "The risk must be 5 characters or more", tooLong: "The risk must be 200 characters or fewer" }, { min: 5, max: 200 }).superRefine((text, context) => refuseCertain("The risk", text, context)),
      description: guardedProse("The description", "Say what could bring it about and what would follow", { min: 10, max: 2_000 }),
      likelihood,
      impact,
      mitigation,
      ownerPostId: owner(owners),
      reviewOn: reviewOn(today),
      looked,
    })
    .superRefine((typed, context) => refusePossible(riskWords(typed), typed.looked, context));
}

/** What of a risk the detectors look through. */
export function riskWords({ title, description, mitigation: done }: { title: string; description: string; mitigation: string }): TypedWords {
  return { "The risk": title, "The description": description, "What is done about it": done };
}

export type NewRisk = z.infer<ReturnType<typeof riskForm>>;

/** A review of a risk: judged anew, or closed. */
export function reviewForm(owners: readonly OwnerChoice[], today: string) {
  return z
    .object({
      likelihood,
      impact,
      mitigation,
      ownerPostId: owner(owners),
      goesOn: z.enum(["open", "closed"], "Say whether it stays open"),
      reviewOn: z.unknown(),
      words: guardedProse("What changed", "Say what changed, or that nothing did", { min: 3, max: 1_000 }),
      looked,
      revision: revisionField,
    })
    .transform(({ goesOn, reviewOn: typedDay, ...typed }, context) => {
      const day = goesOn === "open" ? reviewOn(today).safeParse(typedDay) : null;
      if (day?.error) context.addIssue({ code: "custom", path: ["reviewOn"], message: day.error.issues[0]?.message ?? "Enter the day of the next review" });
      refusePossible({ "What is done about it": typed.mitigation, "What changed": typed.words }, typed.looked, context);
      return { ...typed, reviewOn: day?.data ?? null };
    });
}
