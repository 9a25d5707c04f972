import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AnswerableOffer } from "#app/domain/funding/shared/shared-view.ts";
import { showYear, startOf } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";
import { dateParts, type FormValues, rawText } from "#app/http/form-values.ts";

import { fundingPath } from "../paths.ts";

export interface AcceptFormProps {
  offer: AnswerableOffer;
  slug: string;
  values: FormValues | undefined;
  errors: Record<string, string>;
  /** The line that it may be entered as already, in words. */
  like: string | null;
  submissionKey: string;
  cancelHref: string;
}

/** What accepting does, and what it needs once the budget is signed. */
export function AcceptForm({ offer, slug, values, errors, like, submissionKey, cancelHref }: AcceptFormProps) {
  const year = showYear(offer.year);
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={offer.revision} />
      <p className="govuk-body">Our share becomes a line of our contributions of {year}. Its amount then stays what was accepted: neither the host nor we can change it.</p>
      {!offer.yearOpen && <p className="govuk-body">We have not opened the year {year}: accepting opens it, empty. To begin it with the lines of the year before, <a className="govuk-link" href={fundingPath(slug)}>open it on the funding page</a> first.</p>}
      {offer.budgetSigned && (
        <>
          <p className="govuk-body">Our budget of {year} is signed and published. The line is added as a change in the year, which everybody can read at once. A large change counts only once a new version is signed.</p>
          <DateInput name="on" legend="From which day does it hold?" legendSize="s" hint={`A day of the financial year, for example 1 10 ${String(startOf(offer.year))}`} defaultValues={dateParts(values, "on")} error={errors["on"]} />
          <Textarea name="reason" label="Why is it added?" labelSize="s" hint="Everybody can read this. Name no child and no family" rows={3} defaultValue={rawText(values, "reason")} error={errors["reason"]} />
        </>
      )}
      {like !== null && <Checkboxes name="repeated" items={[{ value: "yes", text: `Both are right: this share, and the line “${like}”` }]} error={errors["repeated"]} />}
      <ButtonGroup>
        <Button>Accept {showMoney(offer.partPence)}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
