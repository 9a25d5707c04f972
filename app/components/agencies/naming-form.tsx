import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import type { AgencyCategory } from "#app/domain/agencies/vocabulary.ts";
import { type FormValues, list, typedOr } from "#app/http/form-values.ts";

interface NamingFormProps {
  proposed: readonly AgencyView[];
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** Proposed agencies by category: which to name, and why those of a category are chosen. */
export function NamingForm({ proposed, values, errors, submissionKey, cancelHref }: NamingFormProps) {
  const categories = [...new Map(proposed.map(({ category }) => [category.id, category])).values()];
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {categories.map((category) => (
        <CategoryNaming key={category.id} category={category} agencies={proposed.filter((each) => each.category.id === category.id)} values={values} error={errors[`reason-${category.id}`]} />
      ))}
      <ButtonGroup>
        <Button>Name the agencies that are ticked</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

function CategoryNaming({ category, agencies, values, error }: { category: AgencyCategory; agencies: readonly AgencyView[]; values?: FormValues; error?: string }) {
  const name = `reason-${category.id}`;
  const without = agencies.filter((each) => each.reason === null).length;
  const open = agencies.filter((each) => each.closedOn === null);
  const ticked = values ? list(values, "agency") : open.map((each) => each.id);
  return (
    <section className="section" aria-labelledby={`category-${category.id}`}>
      <h2 className="govuk-heading-m" id={`category-${category.id}`}>{category.title}</h2>
      {without > 0 && <Textarea name={name} label={without === agencies.length ? "Why these are chosen" : `Why the ${String(without)} without a reason of their own are chosen`} labelSize="s" rows={2} hint="Published beside each of them" defaultValue={typedOr(values, name, "")} error={error} />}
      <Checkboxes
        name="agency"
        idPrefix={`agency-${category.id}`}
        legend={agencies.length === 1 ? "1 is proposed" : `${agencies.length.toLocaleString("en-GB")} are proposed`}
        legendSize="s"
        small
        items={agencies.map((agency) => ({ value: agency.id, text: agency.legalName, hint: agency.closedOn ? "It closed: it cannot be named" : (agency.reason ?? undefined) }))}
        defaultValues={ticked}
      />
    </section>
  );
}
