import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { showDate } from "#app/domain/shared/dates.ts";
import { daysOf, type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";

export interface OutturnFormProps {
  year: FinancialYear;
  state: { over: boolean; missing: readonly string[]; publishedOn: string | null };
  typed: string;
  error?: string;
  submissionKey: string;
  cancelHref: string;
}

/** The button that publishes an outturn, or why it is not there yet. */
export function OutturnForm({ year, state, typed, error, submissionKey, cancelHref }: OutturnFormProps) {
  if (!state.over) return <InsetText>The year ends on {showDate(daysOf(year).last)}. The outturn can be published from the day after.</InsetText>;
  if (state.missing.length > 0) return <InsetText>Nothing is provided yet of: {state.missing.join("; ")}. Say what was received or spent, £0 if nothing was; then the outturn can be published.</InsetText>;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {state.publishedOn && <Input name="note" label="Why it is published again" labelSize="s" hint={`It was published on ${showDate(state.publishedOn)}. The reason is public`} defaultValue={typed} error={error} autoComplete="off" />}
      <ButtonGroup>
        <Button>Publish the outturn of {showYear(year)}{state.publishedOn && " again"}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
