import { z } from "zod";

import { dateField } from "#app/domain/shared/date-field.server.ts";
import { type MoneyField, readMoney } from "#app/domain/shared/money.ts";
import { proseField } from "#app/domain/shared/prose-field.server.ts";
import { optionalPublicLine, optionalPublicProse, publicLine } from "#app/domain/shared/public-fields.server.ts";

import { contributionForms, sectors, spendingCategories, wholeShare } from "./vocabulary.ts";

/** An amount in pence; null when nothing is typed and nothing need be. */
export function moneyField(field: MoneyField) {
  return z.string().transform((typed, context): number | null => {
    const read = readMoney(typed, field);
    if (read.ok) return read.pence;
    context.addIssue({ code: "custom", message: read.problem });
    return z.NEVER;
  });
}

/** Children's part of a joint pot: "50", "33.33%". Nothing typed is all of it. Hundredths of a percent. */
export const childrenPercent = z.string().transform((typed, context): number => {
  const compact = typed.replace(/\s+/g, "");
  if (compact === "") return wholeShare;
  const [, whole = "", part = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(compact) ?? [];
  const share = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  if (whole !== "" && share <= wholeShare) return share;
  context.addIssue({ code: "custom", message: "How much of it is for children must be a percentage from 0 to 100, like 50 or 33.33" });
  return z.NEVER;
});

const revision = z.string().regex(/^\d{1,6}$/, "The form is incomplete. Copy what you typed, open the page again and paste it.").transform(Number);

const name = (what: string, missing: string) =>
  publicLine(what, { missing, tooShort: `${what} must be 2 characters or more`, tooLong: `${what} must be 160 characters or fewer` }, { min: 2, max: 160 });

const ticked = z.literal("yes").optional().transform((value) => value === "yes");
const uuidOrNothing = z.union([z.literal(""), z.uuid("Choose from the list")], "Choose from the list").transform((value) => value || null);

const sector = z.enum(sectors, "Choose what kind of body it is");
const contributor = name("The contributor", "Enter who contributes");

/** A contribution as somebody types it. `who` is a seat of the partnership, or "other" with a name and a kind of body. */
export const contributionForm = z
  .object({
    who: z.union([z.literal("other"), z.uuid("Choose who contributes")], "Choose who contributes"),
    contributor: z.string(),
    sector: z.string(),
    post: uuidOrNothing,
    payer: optionalPublicLine("Who pays", { min: 2, max: 160 }),
    form: z.enum(contributionForms, "Choose cash or in kind"),
    amount: moneyField({ what: "The amount" }),
    valued: z.enum(["", "yes", "no"], "Say whether a value was put on it"),
    invoiced: moneyField({ what: "The amount invoiced" }),
    received: moneyField({ what: "The amount received", mayBeNegative: true }),
    childrenPercent,
    purpose: optionalPublicLine("What it is for", { min: 2, max: 300 }),
    ringFenced: ticked,
    note: optionalPublicProse("The note", 1_000),
    repeated: ticked,
    revision: revision.optional(),
  })
  .transform((typed, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const own = typed.who === "other" ? { contributor: contributor.safeParse(typed.contributor), sector: sector.safeParse(typed.sector) } : null;
    if (own?.contributor.error) refuse("contributor", own.contributor.error.issues[0]?.message ?? "Enter who contributes");
    if (own?.sector.error) refuse("sector", own.sector.error.issues[0]?.message ?? "Choose what kind of body it is");
    const inKind = typed.form === "in-kind";
    if (inKind && typed.valued === "") refuse("valued", "Say whether a value was put on it: help in kind is valued, or expressly not");
    if (inKind && typed.valued === "yes" && typed.amount === null) refuse("amount", "Enter its value, or say that no value was put on it");
    if (inKind && typed.valued === "no" && typed.amount !== null) refuse("amount", "Leave the amount empty, or say that a value was put on it");
    if (inKind && typed.purpose === null) refuse("purpose", "Describe the help in kind, such as a seconded officer for two days a week");
    if (inKind && (typed.invoiced !== null || typed.received !== null)) refuse(typed.invoiced === null ? "received" : "invoiced", "Help in kind is neither invoiced nor received in money: leave this empty");
    if (inKind && typed.ringFenced) refuse("ringFenced", "Only a grant in cash can be ring-fenced");
    const { who, valued: _valued, amount, invoiced, received, childrenPercent: childrenShare, post, repeated, revision: began, purpose, contributor: _name, sector: _sector, ...rest } = typed;
    return {
      line: {
        ...rest,
        seatId: who === "other" ? null : who,
        contributor: own?.contributor.data ?? "",
        sector: own?.sector.data ?? ("other" as const),
        postId: post,
        pence: amount,
        invoicedPence: invoiced,
        receivedPence: received,
        childrenShare,
        purpose: purpose ?? "",
      },
      repeated,
      revision: began ?? 0,
    };
  });

/** What a contribution is, once read. */
export type ContributionInput = z.infer<typeof contributionForm>["line"];

/** A line of spending as somebody types it. */
export const spendingForm = z
  .object({
    category: z.enum(spendingCategories, "Choose what the money is spent on"),
    description: name("The description", "Describe what is paid for"),
    budget: moneyField({ what: "The amount in the budget" }),
    actual: moneyField({ what: "The amount spent", mayBeNegative: true }),
    childrenPercent,
    note: optionalPublicProse("The note", 1_000),
    repeated: ticked,
    revision: revision.optional(),
  })
  .transform(({ budget, actual, childrenPercent: childrenShare, repeated, revision: began, ...rest }) => ({
    line: { ...rest, pence: budget, actualPence: actual, childrenShare },
    repeated,
    revision: began ?? 0,
  }));

export type SpendingInput = z.infer<typeof spendingForm>["line"];

const wholeNumber = z.string().transform((typed, context): number | null => {
  const compact = typed.replace(/[\s,]+/g, "");
  if (compact === "") return null;
  if (/^\d{1,8}$/.test(compact) && Number(compact) > 0 && Number(compact) <= 20_000_000) return Number(compact);
  context.addIssue({ code: "custom", message: "The number of children must be a whole number, like 69,000" });
  return z.NEVER;
});

/** What is said of a year beside its lines. */
export const yearForm = z
  .object({
    agreed: moneyField({ what: "The total the partners agreed" }),
    broughtForward: moneyField({ what: "The amount brought forward", mayBeNegative: true }),
    broughtForwardPercent: childrenPercent,
    sharesStatement: optionalPublicProse("The statement on the shares", 5_000),
    notIncluded: optionalPublicProse("What is not included", 5_000),
    material: moneyField({ what: "The amount from which a change needs a signature" }),
    population: wholeNumber,
    populationSource: optionalPublicLine("The source", { min: 3, max: 200 }),
    earlierSource: optionalPublicLine("Where it was published first", { min: 3, max: 300 }),
    revision,
  })
  .superRefine(({ population, populationSource }, context) => {
    if (population !== null && populationSource === null) context.addIssue({ code: "custom", path: ["populationSource"], message: "Say where the number of children is from, like ONS mid-year estimate 2024" });
    if (population === null && populationSource !== null) context.addIssue({ code: "custom", path: ["population"], message: "Enter the number of children, or leave out its source" });
  })
  .transform(({ agreed, broughtForward, broughtForwardPercent, sharesStatement, notIncluded, material, ...rest }) => ({
    ...rest,
    agreedPence: agreed,
    broughtForwardPence: broughtForward,
    broughtForwardChildrenShare: broughtForwardPercent,
    sharesStatement: sharesStatement ?? "",
    notIncluded: notIncluded ?? "",
    materialPence: material,
  }));

export type YearInput = Omit<z.infer<typeof yearForm>, "revision">;

const publicReason = (missing: string) => proseField({ missing, tooShort: "Give the reason in at least 5 characters", tooLong: "The reason must be 500 characters or fewer" }, { min: 5, max: 500, isPublic: true });

/** A change of one line after its budget was signed. */
export const variationForm = z.object({
  amount: moneyField({ what: "The new amount", missing: "Enter the new amount" }),
  on: dateField("the day from which it holds"),
  reason: publicReason("Say why the amount changes: it is published"),
  revision,
});

/** When and why a line is added to a budget that is signed. */
export const addedInYearForm = z.object({ on: dateField("the day from which it holds"), reason: publicReason("Say why the line is added: it is published") });

export const lineRemovalForm = z.object({ revision });

/** A note for the public why an outturn is published again; nothing the first time. */
export const outturnForm = z.object({ note: optionalPublicLine("The reason", { min: 5, max: 500 }) });

/** The public reason for taking the published funding of a year down. */
export const fundingTakedownForm = z.object({ reason: publicLine("The reason", { missing: "Give the reason that the public will read", tooShort: "Give the reason in at least 5 characters", tooLong: "The reason must be 300 characters or fewer" }, { min: 5, max: 300 }) });
