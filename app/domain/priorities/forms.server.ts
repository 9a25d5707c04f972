import { z } from "zod";

import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField, refuseCertain, refusePossible, revisionField } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";
import { publicLine } from "#app/domain/shared/public-fields.server.ts";

import type { PriorityChoices } from "./priority-view.ts";
import { progressStates } from "./vocabulary.ts";

/** One line that nobody may be found in. */
export function guardedLine(what: string, missing: string, { min, max }: { min: number; max: number }) {
  return lineField({ missing, tooShort: `${what} must be ${String(min)} characters or more`, tooLong: `${what} must be ${String(max)} characters or fewer` }, { min, max }).superRefine((text, context) => refuseCertain(what, text, context));
}

/** What of a priority the detectors look through. */
export function priorityWords({ title, why, outcome }: { title: string; why: string; outcome: string }) {
  return { "The title": title, "Why it was chosen": why, "The outcome": outcome };
}

/** A priority as somebody types it. Its agencies are typed one in each line, as the register names them. */
export function priorityForm({ seats, agencies }: PriorityChoices) {
  const byName = new Map(agencies.map(({ id, name }) => [name.toLowerCase(), id]));
  return z
    .object({
      title: guardedLine("The title", "Enter what the priority is called", { min: 5, max: 150 }),
      why: guardedProse("Why it was chosen", "Say why it was chosen, and on which evidence", { min: 10, max: 3_000 }),
      outcome: guardedProse("The outcome", "Say what is to be different for children", { min: 10, max: 1_000 }),
      periodFrom: dateField("the first day of the period"),
      periodTo: dateField("the last day of the period"),
      leadSeatId: z.enum(["", ...seats.map((each) => each.id)], "Choose who leads it").refine((chosen) => chosen !== "", "Choose who leads it"),
      agencies: z.string().default(""),
      dueOn: dateField("the day by which it is to be achieved"),
      looked: lookedField,
      revision: revisionField.default(0),
    })
    .transform(({ agencies: lines, ...typed }, context) => {
      const named = [...new Set(lines.split("\n").map((line) => line.trim().replace(/\s+/g, " ")).filter(Boolean))];
      const unknown = named.filter((name) => !byName.has(name.toLowerCase()));
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (unknown[0] !== undefined) refuse("agencies", `The register has no agency called “${unknown[0].slice(0, 100)}”. Write each as the register names it, one in each line`);
      if (typed.periodTo < typed.periodFrom) refuse("periodTo", "The period cannot end before it begins");
      if (typed.dueOn < typed.periodFrom) refuse("dueOn", "It cannot be due before the period begins");
      refusePossible(priorityWords(typed), typed.looked, context);
      return { ...typed, membershipIds: [...new Set(named.flatMap((name) => byName.get(name.toLowerCase()) ?? []))] };
    });
}

export interface PriorityInput {
  title: string;
  why: string;
  outcome: string;
  periodFrom: string;
  periodTo: string;
  leadSeatId: string;
  membershipIds: readonly string[];
  dueOn: string;
}

export const agreementForm = z
  .object({ on: dateField("the day on which it was agreed"), where: guardedLine("Where it was agreed", "Say where it was agreed, and by whom", { min: 3, max: 300 }), looked: lookedField, revision: revisionField })
  .superRefine(({ where, looked }, context) => refusePossible({ "Where it was agreed": where }, looked, context));

/** Why what is published ends: public. */
export const reasonForm = z.object({ reason: publicLine("The reason", { missing: "Give the reason that the public will read", tooShort: "Give the reason in at least 5 characters", tooLong: "The reason must be 300 characters or fewer" }, { min: 5, max: 300 }) });

const words = (missing: string) => guardedProse("What you wrote", missing, { min: 3, max: 3_000 });

export const statementForm = z
  .object({ state: z.enum(progressStates, "Choose how it stands"), words: words("Say what was done, and what it changed"), looked: lookedField, revision: revisionField })
  .superRefine(({ words: text, looked }, context) => refusePossible({ "What you wrote": text }, looked, context));

export const conclusionForm = z
  .object({ words: words("Say what shows it, or why it is closed"), looked: lookedField, revision: revisionField })
  .superRefine(({ words: text, looked }, context) => refusePossible({ "What you wrote": text }, looked, context));

export const moveForm = z
  .object({
    dueOn: dateField("the day by which it is due now"),
    reason: guardedProse("The reason", "Say why the due date is moved", { min: 3, max: 1_000 }),
    agreedBy: guardedLine("Who agreed", "Say who agreed to it", { min: 3, max: 300 }),
    looked: lookedField,
    revision: revisionField,
  })
  .superRefine(({ reason, agreedBy, looked }, context) => refusePossible({ "The reason": reason, "Who agreed": agreedBy }, looked, context));
