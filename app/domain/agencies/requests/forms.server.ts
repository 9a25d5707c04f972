import { z } from "zod";

import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse as prose, lookedField as looked, optionalGuardedProse as optionalProse, refuseCertain, refusePossible, revisionField as revision } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";

import type { RequestChoices } from "./request-view.ts";
import { jointly } from "./request-query.ts";
import { basisOf, requestAnswers, type RequestBasisId, requestBases, requestOutcomes } from "./vocabulary.ts";

const partLengths = { min: 10, max: 1_000 };

/** A new request as somebody types it. A recipient's name that stands in the register is that agency. */
export function requestForm({ seats, agencies }: RequestChoices) {
  return z
    .object({
      requester: z.enum([jointly, ...seats.map((each) => each.id)], "Choose who asks"),
      agency: z.enum(["", ...agencies.map((each) => each.id)], "Choose the agency from the register").default(""),
      recipient: lineField({ missing: "Enter whom you ask", tooShort: "Whom you ask must be 2 characters or more", tooLong: "Whom you ask must be 200 characters or fewer" }, { min: 2, max: 200 }).superRefine((text, context) => refuseCertain("Whom you ask", text, context)),
      purpose: prose("The purpose", "Say what the information is for", partLengths),
      askedFor: prose("What is asked for", "Say in general terms what is asked for", partLengths),
      basis: z.enum(requestBases.map((each) => each.id), "Choose the legal basis"),
      basisWords: optionalProse("The basis", { min: 3, max: 500 }),
      askedOn: dateField("the day on which it was asked"),
      dueOn: dateField("the day by which an answer is due"),
      looked,
    })
    .transform(({ requester, agency, ...typed }, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const named = agencies.filter((each) => (agency ? each.id === agency : each.name.toLowerCase() === typed.recipient.toLowerCase()));
      if (named.length > 1) refuse("recipient", "Several agencies of the register have this name. Open the one you mean there, and ask it from its page");
      if (basisOf(typed.basis)?.needsWords && typed.basisWords === null) refuse("basisWords", "Say what the basis is");
      if (typed.dueOn < typed.askedOn) refuse("dueOn", "The answer cannot be due before it was asked for");
      refusePossible(requestWords(typed), typed.looked, context);
      return { ...typed, seatId: requester === jointly ? null : requester, membershipId: named[0]?.id ?? null };
    });
}

/** What of a request the detectors look through. */
export function requestWords({ recipient, purpose, askedFor, basisWords }: { recipient: string; purpose: string; askedFor: string; basisWords: string | null }): TypedWords {
  return { "Whom you ask": recipient, "The purpose": purpose, "What is asked for": askedFor, "The basis": basisWords };
}

export interface NewRequest {
  seatId: string | null;
  membershipId: string | null;
  recipient: string;
  purpose: string;
  askedFor: string;
  basis: RequestBasisId;
  basisWords: string | null;
  askedOn: string;
  dueOn: string;
  looked: string[];
}

const reason = (missing: string) => prose("The reason", missing, { min: 3, max: 1_000 });
const onDay = (what: string) => dateField(what);

export const moveForm = z
  .object({ dueOn: dateField("the day by which the answer is due now"), words: reason("Say why the day is moved"), looked, revision })
  .superRefine(({ words, looked: seen }, context) => refusePossible({ "The reason": words }, seen, context));

export const answerForm = z
  .object({ answer: z.enum(requestAnswers, "Say what was done"), on: onDay("the day of the answer"), words: optionalProse("What was said", { min: 3, max: 1_000 }), looked, revision })
  .superRefine(({ answer, words, looked: seen }, context) => {
    if (answer !== "in-full" && words === null) context.addIssue({ code: "custom", path: ["words"], message: answer === "refused" ? "Give the reason for the refusal" : "Say what was not supplied, and why" });
    refusePossible({ "What was said": words }, seen, context);
  });

export const escalationForm = z
  .object({ on: onDay("the day on which it was taken further"), words: reason("Say why it is taken further"), looked, revision })
  .superRefine(({ words, looked: seen }, context) => refusePossible({ "The reason": words }, seen, context));

/** @param byChair the scrutineer's advice is asked for then */
export function decisionForm(byChair: boolean) {
  return z
    .object({ on: onDay("the day of the decision"), words: prose("The decision", "Say what was decided", { min: 3, max: 1_000 }), advice: optionalProse("The advice", { min: 3, max: 1_000 }), minorityView: optionalProse("The minority view", { min: 3, max: 1_000 }), looked, revision })
    .superRefine(({ words, advice, minorityView, looked: seen }, context) => {
      if (byChair && advice === null) context.addIssue({ code: "custom", path: ["advice"], message: "Say what the scrutineer advised, or that no advice was given and why" });
      refusePossible({ "The decision": words, "The advice": advice, "The minority view": minorityView }, seen, context);
    });
}

export const closureForm = z
  .object({ outcome: z.enum(requestOutcomes, "Say how it ended"), on: onDay("the day on which it ended"), words: prose("What came of it", "Say in a sentence what came of it", { min: 3, max: 1_000 }), looked, revision })
  .superRefine(({ words, looked: seen }, context) => refusePossible({ "What came of it": words }, seen, context));
