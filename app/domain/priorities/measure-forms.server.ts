import { z } from "zod";

import { dateField, optionalDateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField, optionalGuardedProse, refusePossible, revisionField } from "#app/domain/shared/guarded-words.server.ts";

import { readDecimal } from "./decimals.ts";
import { guardedLine } from "./forms.server.ts";
import type { MeasureView } from "./priority-view.ts";
import { directions, frequencies, type PointQuestion, pointQuestions } from "./vocabulary.ts";

const asFigure = "in figures, like 1,204 or 45.5, without the unit";

/** A figure as an exact decimal. */
function decimalField(what: string) {
  return z.string().transform((typed, context): string => {
    const value = readDecimal(typed);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? `Enter ${what}` : `Enter ${what} ${asFigure}` });
    return z.NEVER;
  });
}

function optionalDecimal(what: string) {
  return z.string().default("").transform((typed, context): string | null => {
    if (typed.trim() === "") return null;
    const value = readDecimal(typed);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: `Enter ${what} ${asFigure}` });
    return z.NEVER;
  });
}

const ticked = z.literal("yes").optional().transform((sent) => sent === "yes");

/** What of a measure the detectors look through. */
export function measureWords({ name, definition, source }: { name: string; definition: string; source: string }) {
  return { "The name": name, "What is counted": definition, "The source": source };
}

/** @param others the other measures of the priority, of which it may be a part */
export function measureForm(others: readonly Pick<MeasureView, "id">[]) {
  return z
    .object({
      name: guardedLine("The name", "Enter what the measure is called", { min: 3, max: 150 }),
      definition: guardedProse("What is counted", "Say exactly what is counted", { min: 5, max: 1_000 }),
      unit: guardedLine("The unit", "Enter the unit, like “children” or “per cent”", { min: 1, max: 60 }),
      direction: z.enum(directions, "Choose what is better for children"),
      countsChildren: z.enum(["yes", "no"], "Say whether it counts children").transform((sent) => sent === "yes"),
      runningTotal: ticked,
      partOf: z.enum(["", ...others.map(({ id }) => id)], "Choose from the list").default("").transform((id) => id || null),
      baseline: optionalDecimal("the baseline"),
      baselineOn: optionalDateField("the day of the baseline"),
      target: optionalDecimal("the target"),
      targetOn: optionalDateField("the day of the target"),
      source: guardedLine("The source", "Say where the figures come from", { min: 3, max: 300 }),
      frequency: z.enum(frequencies, "Choose how often there is a figure"),
      looked: lookedField,
      revision: revisionField,
    })
    .superRefine((typed, context) => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      if (typed.baseline !== null && typed.baselineOn === null) refuse("baselineOn", "Enter the day of the baseline, like 1 9 2026");
      if (typed.baseline === null && typed.baselineOn !== null) refuse("baseline", "Enter the baseline of that day, or leave both out");
      if (typed.target !== null && typed.targetOn === null) refuse("targetOn", "Enter the day of the target, like 1 9 2026");
      if (typed.target === null && typed.targetOn !== null) refuse("target", "Enter the target of that day, or leave both out");
      if (!typed.countsChildren && (typed.runningTotal || typed.partOf !== null)) refuse("countsChildren", "Only a count of children is a running total or part of another measure here");
      refusePossible(measureWords(typed), typed.looked, context);
    });
}

export type MeasureInput = Omit<z.output<ReturnType<typeof measureForm>>, "looked" | "revision">;

const confirmedField = z.string().max(100).default("").transform((sent) => pointQuestions.filter((question) => sent.split(",").includes(question)));

/** What of a figure the detectors look through. */
export function pointWords({ source, reason }: { source: string; reason: string | null }) {
  return { "The source": source, "The reason": reason };
}

/** A figure. `confirmed` says about which questions it is right all the same, and `reason` why. */
export const pointForm = z
  .object({
    value: decimalField("the figure"),
    on: dateField("the day that the figure is of"),
    source: guardedLine("The source", "Say where the figure comes from", { min: 3, max: 300 }),
    confirmed: confirmedField,
    reason: optionalGuardedProse("The reason", { min: 3, max: 500 }),
    looked: lookedField,
    revision: revisionField,
  })
  .superRefine((typed, context) => {
    if (typed.confirmed.length > 0 && typed.reason === null) context.addIssue({ code: "custom", path: ["reason"], message: "Say why the figure is right" });
    refusePossible(pointWords(typed), typed.looked, context);
  });

export interface PointInput {
  value: string;
  on: string;
  source: string;
  confirmed: readonly PointQuestion[];
  reason: string | null;
}
