import { z } from "zod";

import { readMoney } from "#app/domain/shared/money.ts";
import { dateField } from "#app/domain/shared/date-field.server.ts";
import { guardedProse, lookedField, optionalGuardedProse, refuseCertain, refusePossible, revisionField } from "#app/domain/shared/guarded-words.server.ts";
import { lineField } from "#app/domain/shared/line-field.server.ts";
import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";

import type { SeatPowers } from "./decision-view.ts";
import { isOneSentence } from "./rules.ts";
import { type DecisionMatterId, decisionMatters, delegableMatters, type PrivateKind, privateKinds, type ReplacementKind, type TakenBy, takers } from "./vocabulary.ts";

const sentence = lineField({ missing: "Say in one sentence what was decided", tooShort: "The decision must be 10 characters or more", tooLong: "The decision must be 300 characters or fewer. The options and what it leads to have their own fields" }, { min: 10, max: 300 })
  .superRefine((text, context) => {
    refuseCertain("The decision", text, context);
    if (!isOneSentence(text)) context.addIssue({ code: "custom", message: "Write one sentence. What was weighed, and what follows, have their own fields" });
  });

const pounds = (what: string) => z.string().default("").transform((typed, context): number | null => {
  const read = readMoney(typed, { what });
  if (read.ok) return read.pence === 0 ? null : read.pence;
  context.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

const matterIds = decisionMatters.map((matter) => matter.id);

/** A decision as somebody types it. @param replaces whether it goes in the place of another, which needs the reason */
export function decisionForm(seats: readonly Pick<SeatPowers, "seatId">[], today: string, replaces = false) {
  return z
    .object({
      sentence,
      matter: z.enum(matterIds, "Choose what it is about"),
      amount: pounds("The amount"),
      takenBy: z.enum(takers, "Choose who decides"),
      seats: z.array(z.enum(seats.map((each) => each.seatId), "Choose from the partners that are there")).default([]),
      options: guardedProse("The options", "Say which options were considered, and why this one", { min: 10, max: 3_000 }),
      dissent: optionalGuardedProse("The dissent", { min: 3, max: 2_000 }),
      leadsTo: optionalGuardedProse("What it leads to", { min: 3, max: 2_000 }),
      decidedOn: z.unknown(),
      isPublic: z.enum(["yes", "no"], "Choose whether the public may read it"),
      privateKind: z.enum(["", ...privateKinds], "Choose why it is not public").default(""),
      privateReason: optionalGuardedProse("The reason", { min: 3, max: 500 }),
      replacesReason: optionalGuardedProse("The reason", { min: 3, max: 500 }),
      looked: lookedField,
    })
    .transform(({ amount, seats: chosen, decidedOn: typedDay, isPublic, privateKind, privateReason, replacesReason, ...typed }, context): NewDecision => {
      const refuse = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const shown = isPublic === "yes";
      const day = typed.takenBy === "delegates" ? dateField("the day of the decision").safeParse(typedDay) : null;
      if (day?.error) refuse("decidedOn", day.error.issues[0]?.message ?? "Enter the day of the decision");
      if (day?.data && day.data > today) refuse("decidedOn", "The day of the decision must be today or earlier");
      if (typed.takenBy === "delegates" && chosen.length === 0) refuse("seats", "Choose whose delegates decided");
      if (!shown && privateKind === "") refuse("privateKind", "Choose why it is not public");
      if (!shown && privateReason === null) refuse("privateReason", "Say in a sentence why it is not public");
      if (replaces && replacesReason === null) refuse("replacesReason", "Say why the earlier decision is replaced");
      const made = { ...typed, amountPence: amount, seatIds: typed.takenBy === "delegates" ? chosen : [], decidedOn: day?.data ?? null, privateKind: shown || privateKind === "" ? null : privateKind, privateReason: shown ? null : privateReason, replacesReason: replaces ? replacesReason : null };
      refusePossible(decisionWords(made), typed.looked, context);
      return made;
    });
}

/** What of a decision the detectors look through. */
export function decisionWords({ sentence: decided, options, dissent, leadsTo, privateReason, replacesReason }: Pick<NewDecision, "sentence" | "options" | "dissent" | "leadsTo" | "privateReason" | "replacesReason">): TypedWords {
  return { "The decision": decided, "The options": options, "The dissent": dissent, "What it leads to": leadsTo, "The reason why it is not public": privateReason, "The reason for replacing": replacesReason };
}

export interface NewDecision {
  sentence: string;
  matter: DecisionMatterId;
  /** Pence; null commits none. */
  amountPence: number | null;
  takenBy: TakenBy;
  /** Of the delegates who decide; empty when the leads are asked. */
  seatIds: readonly string[];
  /** ISO date; null when the leads are asked. */
  decidedOn: string | null;
  options: string;
  dissent: string | null;
  leadsTo: string | null;
  /** Null with both: the public may read it. */
  privateKind: PrivateKind | null;
  privateReason: string | null;
  replacesReason: string | null;
  looked: string[];
}

export interface ReplacedDecision {
  number: number;
  kind: ReplacementKind;
}

export const answerForm = z
  .object({ answer: z.enum(["agree", "decline"], "Choose whether you agree"), words: optionalGuardedProse("What you say", { min: 3, max: 2_000 }), looked: lookedField })
  .transform(({ answer, words, looked }, context) => {
    if (answer === "decline" && words === null) context.addIssue({ code: "custom", path: ["words"], message: "Give the reason: the others need it to propose something else" });
    refusePossible({ "What you say": words }, looked, context);
    return { agreed: answer === "agree", words, looked };
  });

export const withdrawalForm = z
  .object({ reason: guardedProse("The reason", "Say why it is taken back", { min: 3, max: 500 }), looked: lookedField })
  .superRefine(({ reason, looked }, context) => refusePossible({ "The reason": reason }, looked, context));

export const notingForm = z.object({ upTo: revisionField });

/** What a lead lets their delegate decide, as they type it. */
export const delegatedForm = z
  .object({
    matters: z.array(z.enum(delegableMatters.map((matter) => matter.id), "Choose from what is there")).default([]),
    limit: pounds("The limit"),
    startsOn: dateField("the day from which it holds"),
    revision: revisionField,
  })
  .transform(({ limit, ...typed }) => ({ ...typed, limitPence: limit }));
