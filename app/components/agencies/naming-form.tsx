import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import type { AgencyCategory } from "#app/domain/agencies/vocabulary.ts";
import { groupBy } from "#app/domain/shared/group-by.ts";
import { type FormValues, list, typedOr } from "#app/http/form-values.ts";

interface NamingFormProps {
  proposed: readonly AgencyView[];
  /** Says which list the person sees. */
  shown: string;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Proposed agencies by category: which to name, without whom, and why those of a category are chosen. */
export function NamingForm({ proposed, shown, values, errors, submissionKey, cancelHref }: NamingFormProps) {
  const categories = [...groupBy(proposed, ({ category }) => category.id).values()];
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="shown" value={shown} />
      {categories.map((agencies, at) => agencies[0] && <CategoryNaming key={agencies[0].category.id} first={at === 0} category={agencies[0].category} agencies={agencies} values={values} errors={errors} />)}
      <ButtonGroup>
        <Button>Name the agencies of the categories that are ticked</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

interface CategoryNamingProps extends Pick<NamingFormProps, "values" | "errors"> {
  /** Whether an error about the whole list is shown here. */
  first: boolean;
  category: AgencyCategory;
  agencies: readonly AgencyView[];
}

function CategoryNaming({ first, category, agencies, values, errors }: CategoryNamingProps) {
  const { id, title } = category;
  const reason = `reason-${id}`;
  const open = agencies.filter((each) => each.closedOn === null);
  const closed = agencies.length - open.length;
  const without = open.filter((each) => each.reason === null).length;
  const count = (many: number) => many.toLocaleString("en-GB");
  if (open.length === 0) return <p className="govuk-body">{title}: {closed === 1 ? "the one that is proposed closed" : `all ${count(closed)} that are proposed closed`}, so none can be named.</p>;
  return (
    <section className="section" aria-labelledby={`heading-${id}`}>
      <h2 className="govuk-heading-m" id={`heading-${id}`}>{title}</h2>
      <Checkboxes
        name="category"
        idPrefix={first ? "category" : `category-${id}`}
        items={[{ value: id, text: open.length === 1 ? `Name ${open[0]?.legalName ?? "it"}` : `Name the ${count(open.length)} that are proposed`, hint: closed > 0 ? `${closed === 1 ? "1 closed" : `${count(closed)} closed`} and cannot be named` : undefined }]}
        defaultValues={values ? list(values, "category") : [id]}
        error={first ? errors["category"] : undefined}
      />
      {without > 0 && <Textarea name={reason} label={without === open.length ? "Why they are chosen" : `Why the ${count(without)} without a reason of their own are chosen`} labelSize="s" rows={2} hint="Published beside each of them" defaultValue={typedOr(values, reason, "")} error={errors[reason]} />}
      {open.length > 1 && (
        <Details summaryText="See them, and leave some out" open={list(values, "without").some((each) => open.some((agency) => agency.id === each))}>
          <Checkboxes
            name="without"
            idPrefix={`without-${id}`}
            legend={`Tick those of ${title.toLowerCase()} that are not to be named now`}
            legendSize="s"
            small
            items={open.map((agency) => ({ value: agency.id, text: agency.legalName, hint: agency.reason ?? undefined }))}
            defaultValues={list(values, "without")}
          />
        </Details>
      )}
    </section>
  );
}
