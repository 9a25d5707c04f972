import { z } from "zod";

import { dateField, optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine, optionalPublicProse, publicLine } from "#app/domain/shared/public-fields.server.ts";

import type { QuestionSet } from "./question-set.ts";

const number = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

/** Why nothing may identify anybody: none of this is published, and much of it is read elsewhere. */
const readByOthers = "others read it, so it must identify nobody";

/** A few sentences that others read: nothing that identifies a child. */
const prose = (what: string, missing: string, max = 3_000) =>
  proseField({ missing, tooShort: `${what} must be 3 characters or more`, tooLong: `${what} must be ${max.toLocaleString("en-GB")} characters or fewer` }, { min: 3, max, isPublic: true, why: readByOthers });

/** Today or later. @param today an ISO date */
function dayToCome(what: string, today: string) {
  return dateField(what).refine((day) => day >= today, `Enter today, ${showDate(today)}, or a later day`);
}

const ticked = z.array(z.string()).min(1, "Tick the agencies to ask");

/** A round to issue. Whom it goes to is read apart, from the register as it was shown. */
export function roundForm(today: string) {
  return z
    .object({
      title: publicLine("The title", { missing: "Enter a title, like “Section 175 return 2026 to 2027”", tooShort: "The title must be 3 characters or more", tooLong: "The title must be 120 characters or fewer" }, { min: 3, max: 120, why: readByOthers }),
      periodFrom: dateField("the first day that it is about"),
      periodTo: dateField("the last day that it is about"),
      dueOn: dayToCome("the day on which returns are due", today),
      agency: ticked,
    })
    .superRefine(({ periodFrom, periodTo }, context) => {
      if (periodFrom > periodTo) context.addIssue({ code: "custom", path: ["periodTo"], message: "The last day must not be before the first" });
    })
    .transform(({ agency, ...round }) => ({ ...round, membershipIds: agency }));
}

export function addingForm(today: string) {
  return z.object({ dueOn: dayToCome("the day on which their returns are due", today), agency: ticked }).transform(({ agency, dueOn }) => ({ dueOn, membershipIds: agency }));
}

export function extensionForm(dueOn: string, today: string) {
  return z.object({
    dueOn: dateField("the new day").refine((day) => day > dueOn && day >= today, `Enter a day after ${showDate(dueOn < today ? today : dueOn)}`),
    reason: prose("The reason", "Say why it gets more time", 500),
    dueBefore: z.iso.date("The form is incomplete. Open the page again."),
  });
}

/** What is said of one standard: anything may be left for later, but something must be said. */
export function answerForm({ ratings }: Pick<QuestionSet, "ratings">, today: string) {
  const evidence = optionalPublicProse("The evidence", 5_000, readByOthers);
  const optional = optionalPublicProse("The action", 1_000, readByOthers).refine((text) => text === null || text.length >= 3, "The action must be 3 characters or more");
  return z
    .object({
      evidence,
      rating: z.union([z.literal(""), z.enum(ratings.map((each) => each.id))], "Choose a rating from the list").transform((id) => id || null),
      action: optional,
      actionOwner: optionalPublicLine("Who does it", { min: 2, max: 120, why: readByOthers }),
      actionDueOn: optionalDateField("the day by which it is done").refine((day) => day === null || day >= today, `Enter today, ${showDate(today)}, or a later day`),
      revision: number,
    })
    .superRefine((typed, context) => {
      if (typed.action === null && (typed.actionOwner !== null || typed.actionDueOn !== null)) context.addIssue({ code: "custom", path: ["action"], message: "Say what will be done, or clear who does it and by when" });
      if (typed.evidence === null && typed.rating === null && typed.action === null) context.addIssue({ code: "custom", path: ["evidence"], message: "Give the evidence or a rating. You can finish it later" });
    })
    .transform(({ revision, ...answer }) => ({ answer, revision }));
}

export const submissionForm = z.object({ declared: z.literal("yes", "Tick the box to declare it"), revision: number }).transform(({ revision }) => ({ revision }));

export const drawForm = z.object({
  count: z.string().regex(/^[1-9]\d{0,2}$/, "Enter how many to draw, from 1 to 999").transform(Number),
  seed: publicLine("The seed", { missing: "Enter a seed: any few letters or digits", tooShort: "Enter a seed", tooLong: "The seed must be 100 characters or fewer" }, { min: 1, max: 100, why: readByOthers }),
});

export const questionForm = z.object({ question: prose("The question", "Enter the question") });

export const challengeAnswerForm = z.object({ text: prose("The answer", "Enter the answer"), revision: number });

export const askAgainForm = z.object({ text: prose("The question", "Say what is still open"), revision: number });

export function acceptanceForm({ ratings }: Pick<QuestionSet, "ratings">) {
  return z.object({ rating: z.enum(ratings.map((each) => each.id), "Say how you rate it"), text: prose("The reason", "Say why you accept it"), revision: number });
}

export function actionForm(today: string) {
  return z.object({
    what: prose("The action", "Say what is to be done", 1_000),
    owner: publicLine("Who does it", { missing: "Say who does it, by post", tooShort: "Say who does it, by post", tooLong: "Who does it must be 120 characters or fewer" }, { min: 2, max: 120, why: readByOthers }),
    dueOn: dayToCome("the day by which it is done", today),
  });
}
