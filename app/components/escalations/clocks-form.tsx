import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { countOf } from "#app/domain/documents/version-state.ts";
import type { Clock } from "#app/domain/escalations/escalation-view.ts";
import { daysOf } from "#app/domain/escalations/rules.ts";
import { escalationStages, stageLabels } from "#app/domain/escalations/vocabulary.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface ClocksFormProps {
  today: string;
  clocks: readonly Clock[];
  maySet: boolean;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** How many days each stage has; for those who may, to be set from today on. */
export function ClocksForm({ today, clocks, maySet, values, errors, submissionKey, cancelHref }: ClocksFormProps) {
  const now = escalationStages.map((stage) => ({ stage, label: capitalised(stageLabels[stage]), days: daysOf(clocks, { stage, stageSince: today }) }));
  if (!maySet) return <SummaryList rows={now.map(({ label, days }) => ({ key: label, value: days === null ? "No clock" : countOf(days, "day") }))} />;
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {now.map(({ stage, label, days }) => <Input key={stage} name={stage} label={label} labelSize="s" suffix="days" inputMode="numeric" width={3} hint={days === null ? "No clock is set" : undefined} defaultValue={typedOr(values, stage, days === null ? "" : String(days))} error={errors[stage]} />)}
      <ButtonGroup>
        <Button>Set the days</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
