import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { InterestsField } from "#app/components/people/office-fields.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { Terms } from "#app/domain/partnerships/directory.ts";
import { dateParts, type FormValues, partsOfDate } from "#app/http/form-values.ts";

export interface TermsFormProps {
  found: { role: "chair" | "scrutineer"; may: "all" | "interests"; revision: number; terms: Terms | null };
  submissionKey: string;
  values?: FormValues;
  errors: Record<string, string>;
}

/** A chair's next review; a scrutineer's term, contract and interests; or one's own interests. */
export function TermsForm({ found, submissionKey, values, errors }: TermsFormProps) {
  const { role, may, revision, terms } = found;
  const date = (name: string, stored: string | null | undefined) => (values ? dateParts(values, name) : partsOfDate(stored));
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      {role === "chair" && <DateInput name="reviewOn" legend="When will the leads next review who chairs?" legendSize="s" hint="It will be published." defaultValues={date("reviewOn", terms?.reviewOn)} error={errors["reviewOn"]} />}
      {role === "scrutineer" && may === "all" && (
        <>
          <DateInput name="termEndsOn" legend="When does the term end?" legendSize="s" hint="It will be published." defaultValues={date("termEndsOn", terms?.termEndsOn)} error={errors["termEndsOn"]} />
          <DateInput name="contractEndsOn" legend="When does the contract end?" legendSize="s" hint="Leave it empty where there is none. It is not published. We warn the partnership 90 days before." defaultValues={date("contractEndsOn", terms?.contractEndsOn)} error={errors["contractEndsOn"]} />
        </>
      )}
      {role === "scrutineer" && <InterestsField values={values} errors={errors} interests={terms?.interests} />}
      <Button>Record and publish</Button>
    </form>
  );
}
