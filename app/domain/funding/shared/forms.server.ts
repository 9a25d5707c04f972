import { z } from "zod";

import { readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { readMoney } from "#app/domain/shared/money.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine, publicLine } from "#app/domain/shared/public-fields.server.ts";

import { childrenPercent, moneyField } from "../forms.server.ts";
import { sectors } from "../vocabulary.ts";
import { divide } from "./rules.ts";
import type { PartnershipChoice, SharedDetails } from "./shared-view.ts";
import { mostParts, shareMethods, wholeWeight } from "./vocabulary.ts";

/** One payer's amount as somebody types it. `parts` are the partnerships that were ticked. */
export interface TypedShared {
  year: string;
  contributor: string;
  sector: string;
  payer: string;
  amount: string;
  childrenPercent: string;
  purpose: string;
  method: string;
  parts: readonly { partnershipId: string; weight: string }[];
}

/** The same, once read: the parts in the order of their names, with weights in hundredths. */
export interface SharedInput extends SharedDetails {
  parts: { partnershipId: string; weight: number }[];
}

type Issue = { path: readonly PropertyKey[]; message: string };
export type SharedRead = { success: true; data: SharedInput } | { success: false; error: { issues: readonly Issue[] } };

const details = z
  .object({
    year: z.string().transform((typed, context) => {
      const year = readFinancialYear(typed);
      if (year) return year;
      context.addIssue({ code: "custom", message: "Choose the financial year" });
      return z.NEVER;
    }),
    contributor: publicLine(
      "The contributor",
      { missing: "Enter whose contribution it is", tooShort: "The contributor must be 2 characters or more", tooLong: "The contributor must be 160 characters or fewer" },
      { min: 2, max: 160 },
    ),
    sector: z.enum(sectors, "Choose what kind of body it is"),
    payer: optionalPublicLine("Who pays", { min: 2, max: 160 }),
    amount: moneyField({ what: "The amount", missing: "Enter the amount that is divided" }).transform((pence, context) => {
      if (pence !== null && pence > 0) return pence;
      context.addIssue({ code: "custom", message: "The amount must be more than £0" });
      return z.NEVER;
    }),
    childrenPercent,
    purpose: optionalPublicLine("What it is for", { min: 2, max: 300 }),
  })
  .transform(({ amount, childrenPercent: childrenShare, purpose, payer, ...rest }) => ({ ...rest, payer: payer === rest.contributor ? null : payer, pence: amount, childrenShare, purpose: purpose ?? "" }));

function division(choices: readonly PartnershipChoice[]) {
  return z
    .object({
      method: z.enum(shareMethods, "Choose how it is divided"),
      part: z
        .array(z.object({ partnershipId: z.enum(choices.map((choice) => choice.id), "Choose from the list"), weight: z.string() }))
        .min(2, "Choose at least two partnerships")
        .max(mostParts, `Choose at most ${String(mostParts)} partnerships`),
    })
    .transform(({ method, part }, context) => {
      const chosen = choices.flatMap(({ id, name }) => part.filter((each) => each.partnershipId === id).slice(0, 1).map((each) => ({ ...each, name })));
      const parts = chosen.map(({ partnershipId, weight, name }) => {
        const read = method === "flat" ? wholeWeight : readWeight(weight, name);
        if (typeof read === "string") context.addIssue({ code: "custom", path: [`weight-${partnershipId}`], message: read });
        return { partnershipId, name, weight: typeof read === "string" ? 0 : read };
      });
      return { method, parts };
    });
}

/** A whole number or an amount, in hundredths; or what is wrong with it. */
function readWeight(typed: string, name: string): number | string {
  if (typed.trim() === "") return `Enter the weight of ${name}`;
  const read = readMoney(typed, { what: "The weight" });
  if (!read.ok || read.pence === null) return `The weight of ${name} must be a number or an amount, like 3 or 34,592`;
  return read.pence > 0 ? read.pence : `The weight of ${name} must be more than 0. Leave the partnership out if it gets nothing`;
}

/**
 * Reads one payer's amount and its division among these partnerships, and says everything that is wrong with it at once.
 * Fields: those typed, `part` for the choice of partnerships, `weight-<id>` for the weight of one.
 */
export function readShared(typed: TypedShared, choices: readonly PartnershipChoice[]): SharedRead {
  const what = details.safeParse(typed);
  const how = division(choices).safeParse({ method: typed.method, part: typed.parts });
  const refuse = (issues: readonly Issue[]): SharedRead => ({ success: false, error: { issues } });
  if (!what.success || !how.success) return refuse([...(what.error?.issues ?? []), ...atTheirField(how.error?.issues ?? [])]);
  const { method, parts } = how.data;
  const nothing = divide({ pence: what.data.pence, method }, parts).find((part) => part.pence === 0);
  if (nothing) return refuse([{ path: ["amount"], message: `The amount is too small to divide like this: ${nothing.name} would get nothing` }]);
  return { success: true, data: { ...what.data, method, parts: parts.map(({ partnershipId, weight }) => ({ partnershipId, weight })) } };
}

/** What is wrong with a partnership that was chosen is said beside the choice. */
function atTheirField(issues: readonly Issue[]): Issue[] {
  return issues.map(({ path, message }) => ({ path: path[0] === "part" ? ["part"] : path, message }));
}

/** Why a part is declined, for the host to read. */
export const declinePartForm = z.object({
  reason: proseField({ missing: "Say why, so that the host knows what to change", tooShort: "Say why in at least 5 characters", tooLong: "The reason must be 300 characters or fewer" }, { min: 5, max: 300, isPublic: false }),
});
