import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { ConfirmAgain } from "#app/components/people/confirm-again.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DelegatedList } from "#app/domain/decisions/decision-view.ts";
import { delegableMatters, matterLabel } from "#app/domain/decisions/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney, typedMoney } from "#app/domain/shared/money.ts";
import { dateParts, type FormValues, list, partsOfDate, typedOr } from "#app/http/form-values.ts";

interface DelegatedFormProps {
  /** The newest first. */
  lists: readonly DelegatedList[];
  today: string;
  confirm: Parameters<typeof ConfirmAgain>[0]["strength"];
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What a lead lets their delegate decide: the matters, the most money, and from when. */
export function DelegatedForm({ lists, today, confirm, values, errors, submissionKey, cancelHref }: DelegatedFormProps) {
  const [last] = lists;
  return (
    <>
      <p className="govuk-body">You stay accountable for what your delegate decides. The list says which decisions may be recorded as theirs; the words of the delegation itself are on the People page.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={lists.length} />
        <Checkboxes name="matters" legend="They may decide about" legendSize="s" hint="None ticked: everything goes to the leads" items={delegableMatters.map(({ id, label }) => ({ value: id, text: label }))} defaultValues={values ? list(values, "matters") : (last?.matters ?? [])} error={errors["matters"]} />
        <Input name="limit" label="The most that one decision may commit" labelSize="s" hint="Leave it empty if they may commit no money" prefix="£" inputMode="decimal" width={10} defaultValue={typedOr(values, "limit", typedMoney(last?.limitPence ?? null))} error={errors["limit"]} />
        <DateInput name="startsOn" legend="From" legendSize="s" hint="Today or later" defaultValues={values ? dateParts(values, "startsOn") : partsOfDate(today)} error={errors["startsOn"]} />
        <ConfirmAgain strength={confirm} errors={errors} />
        <ButtonGroup>
          <Button>Record the list</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
      {lists.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Lists so far</h2>
          <ol className="records">
            {lists.map(({ number, startsOn, matters, limitPence, office }) => (
              <li key={number}>
                <p className="muted">From {showDate(startsOn)}</p>
                <p>{matters.map(matterLabel).join("; ") || "Nothing"}. {limitPence === null ? "No money." : `Up to ${showMoney(limitPence)} with one decision.`}</p>
                <p className="muted">{office}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
