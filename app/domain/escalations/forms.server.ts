import { z } from "zod";

import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField as looked, optionalGuardedProse, refuseCertain, refusePossible, revisionField as revision } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";

import { type EscalationKind, escalationKinds, escalationOutcomes, type EscalationStage, escalationStages } from "./vocabulary.ts";

function guardedLine(what: string, missing: string, { min, max }: { min: number; max: number }) {
  return lineField({ missing, tooShort: `${what} must be ${String(min)} characters or more`, tooLong: `${what} must be ${String(max)} characters or fewer` }, { min, max }).superRefine((text, context) => refuseCertain(what, text, context));
}

/** An escalation as somebody types it. @param seats the statutory partners of today, by name */
export function escalationForm(seats: readonly string[]) {
  return z
    .object({
      kind: z.enum(escalationKinds, "Choose what it is"),
      subject: guardedLine("What it is about", "Say in a few words what it is about", { min: 5, max: 200 }),
      issue: guardedProse("The issue", "Say what is disputed, or what the issue is", { min: 10, max: 2_000 }),
      sought: guardedProse("What is sought", "Say what should come of it", { min: 3, max: 1_000 }),
      parties: z.array(z.enum([...seats], "Choose from the partners that are there")).default([]),
      others: z.string().default(""),
      raisedOn: dateField("the day on which it was raised"),
      looked,
    })
    .transform(({ parties, others: typedOthers, ...typed }, context): NewEscalation => {
      const other = typedOthers.trim() === "" ? null : guardedLine("The other body", "", { min: 2, max: 160 }).safeParse(typedOthers);
      if (other?.error) context.addIssue({ code: "custom", path: ["others"], message: other.error.issues[0]?.message ?? "Check this" });
      const all = [...parties, ...(other?.data ? [other.data] : [])];
      if (all.length === 0) context.addIssue({ code: "custom", path: ["parties"], message: "Choose between whom it is, or whose issue it is" });
      if (typed.kind === "dispute" && all.length === 1) context.addIssue({ code: "custom", path: ["parties"], message: "A dispute is between two or more" });
      const made = { ...typed, parties: all };
      refusePossible(escalationWords(made), typed.looked, context);
      return made;
    });
}

/** What of an escalation the detectors look through. */
export function escalationWords({ subject, issue, sought, parties }: Pick<NewEscalation, "subject" | "issue" | "sought" | "parties">): TypedWords {
  return { "What it is about": subject, "The issue": issue, "What is sought": sought, "The other body": parties.join("; ") };
}

export interface NewEscalation {
  kind: EscalationKind;
  subject: string;
  issue: string;
  sought: string;
  parties: readonly string[];
  /** ISO date. */
  raisedOn: string;
  looked: string[];
}

export const furtherForm = z
  .object({ on: dateField("the day on which it was taken further"), words: guardedProse("The reason", "Say why it is taken further", { min: 3, max: 2_000 }), looked, revision })
  .superRefine(({ words, looked: seen }, context) => refusePossible({ "The reason": words }, seen, context));

/** @param stage the chair decides with the scrutineer's advice */
export function decisionForm(stage: EscalationStage) {
  return z
    .object({
      on: dateField("the day of the decision"),
      words: guardedProse("The decision", "Say what was decided", { min: 3, max: 2_000 }),
      tookPart: guardedLine("Who took part", "Say which bodies or offices took part", { min: 3, max: 500 }),
      advice: optionalGuardedProse("The advice", { min: 3, max: 1_000 }),
      minorityView: optionalGuardedProse("The minority view", { min: 3, max: 1_000 }),
      looked,
      revision,
    })
    .superRefine(({ words, tookPart, advice, minorityView, looked: seen }, context) => {
      if (stage === "chair" && advice === null) context.addIssue({ code: "custom", path: ["advice"], message: "Say what the scrutineer advised, or that no advice was given and why" });
      refusePossible({ "The decision": words, "Who took part": tookPart, "The advice": advice, "The minority view": minorityView }, seen, context);
    });
}

export const endForm = z
  .object({ outcome: z.enum(escalationOutcomes, "Say how it ended"), on: dateField("the day on which it ended"), words: guardedProse("How it ended", "Say in a sentence how it ended", { min: 3, max: 2_000 }), looked, revision })
  .superRefine(({ words, looked: seen }, context) => refusePossible({ "How it ended": words }, seen, context));

const days = z.string().default("").transform((typed, context): number | null => {
  if (typed.trim() === "") return null;
  const read = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  if (read >= 1 && read <= 365) return read;
  context.addIssue({ code: "custom", message: "Enter a number of days from 1 to 365" });
  return z.NEVER;
});

/** The days of each stage; a stage left empty is not changed. */
export const clocksForm = z.object({ raised: days, delegates: days, chair: days, leads: days, department: days } satisfies Record<EscalationStage, typeof days>).superRefine((typed, context) => {
  if (escalationStages.every((stage) => typed[stage] === null)) context.addIssue({ code: "custom", path: ["raised"], message: "Enter the days of a stage" });
});
