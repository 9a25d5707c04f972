import { data } from "@remix-run/node";

import { fundingPath } from "#app/components/funding/paths.ts";
import { addedInYearForm, contributionForm, spendingForm } from "#app/domain/funding/forms.server.ts";
import { recordContribution } from "#app/domain/funding/record-contribution.server.ts";
import { recordSpending } from "#app/domain/funding/record-spending.server.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { type Outcome, refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, sent, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { errorsOf, fieldErrors, type FormErrors, joinErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import type { YearMember } from "./require-year.server.ts";

/** What a form leaves out when it does not concern the person. */
const blank = { contributor: "", sector: "", post: "", valued: "", invoiced: "", received: "", actual: "" };
const none: FormErrors = { summary: [], fields: {} };

type Address = YearMember & { list: FundingList };
type InYear = { on: string; reason: string };
type Read = { ok: true; record: () => Promise<Outcome<{ lineId: string }>> } | { ok: false; errors: FormErrors };

/** Reads the form of one line and records it; `lineId` null adds one. Answers the page again when something is wrong. */
export async function sendLine(request: Request, member: Address, lineId: string | null) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number, repeated = sent(values, "repeated")) => data({ values: withoutSecrets(values), errors, repeated }, { status });
  const read = readLine(values, member, lineId);
  if (!read.ok) return again(read.errors, 422);
  const outcome = await read.record();
  const path = fundingPath(member.partnership.slug, member.year);
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: lineId ? "The line is saved." : "The line is added." });
  switch (outcome.refusal) {
    case "line-repeated":
      return again(oneError(`There is a line like this already: ${outcome.detail ?? ""}. If both are right, say so below and send the form again.`, "repeated"), 409, true);
    case "impossible-dates":
      return again(oneError(outcome.detail ?? refusals["impossible-dates"].text, "on"), 422);
    case "stale":
      return again(oneError("Somebody else changed this line first. Open it in another tab to see what is there now; what you typed is below."), 409);
    default:
      throw refusalResponse(outcome, { href: path, text: "Open the year" });
  }
}

function readLine(values: FormValues, { actor, partnership, year, list }: Address, lineId: string | null): Read {
  const submission = readSubmission(values);
  const typed = { ...blank, ...toObject(values) };
  // Only a line that is added under a signed budget is asked when and why.
  const inYear = sent(values, "reason") ? addedInYearForm.safeParse({ on: dateParts(values, "on"), reason: text(values, "reason") }) : null;
  const amount = list === "contributions" ? "amount" : "budget";
  const late = inYear ? joinErrors(text(values, amount) === "" ? errorsOf({ [amount]: "Enter the amount: a line added in the year has one" }) : none, inYear.error ? fieldErrors(inYear.error) : none) : none;
  const form = list === "contributions" ? contributionForm.safeParse(typed) : spendingForm.safeParse(typed);
  if (form.error || late.summary.length > 0) return { ok: false, errors: joinErrors(form.error ? fieldErrors(form.error) : none, late) };
  const to = { partnershipId: partnership.id, year, lineId, ...(inYear?.data ? { inYear: inYear.data satisfies InYear } : {}) };
  const { line, ...said } = form.data;
  return { ok: true, record: () => ("category" in line ? recordSpending(actor, { ...to, ...said, line }, submission) : recordContribution(actor, { ...to, ...said, line }, submission)) };
}
