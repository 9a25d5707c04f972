import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { withheldAgencyName } from "#app/domain/publication/withheld-agencies.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { StillPublic, type StillPublicProps } from "./still-public.tsx";

interface WithholdFormProps {
  agency: AgencyView;
  /** Whether the public list is down. */
  isHeld: boolean;
  still: StillPublicProps;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What the public will read of an agency and what it will not, and why its name is withheld. */
export function WithholdForm({ agency, isHeld, still, values, errors, submissionKey, cancelHref }: WithholdFormProps) {
  return (
    <>
      <p className="govuk-body-l">For a refuge, a children’s home or another agency whose name or address would put people at risk.</p>
      <h2 className="govuk-heading-m">What the public will read</h2>
      <p className="govuk-body">{agency.status !== "named" ? "Once it is named, the list has it like this:" : isHeld ? "The public list is down. Once it is published again, it has this in the agency’s place:" : "As soon as you confirm, the list is published again, with this in the agency’s place:"}</p>
      <div className="govuk-inset-text">
        <strong>{withheldAgencyName}</strong>
        <br />
        {agency.category.title}{agency.inclusion === "voluntary" && ", by agreement"}
      </div>
      <p className="govuk-body">It goes on being counted among the agencies that are named, and in how much of the area they cover.</p>
      <h2 className="govuk-heading-m">What the public will not read</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>its name, wherever the portal writes it: in the list, its search and its files, and in the words about other agencies</li>
        <li>why it was chosen, how you work together, its areas, type, phase and self-assessments</li>
        <li>its numbers, the body it is part of, and who represents it or is represented by it</li>
        <li>a page of its own: the address that it has now answers that there is no such page</li>
        <li>its name in arrangements that are frozen from now on: those who sign see what will be published</li>
      </ul>
      <p className="govuk-body">That holds in every partnership that works with it. They see that another partnership decided so, and not which. Letters to the agency itself stay as they are.</p>
      <StillPublic {...still} />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={agency.revision} />
        <Textarea name="reason" label="Why its name must not be public" labelSize="m" rows={3} hint="Never published. Everybody in office in this partnership reads it. Write no address and nothing about a child or family" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
        <ButtonGroup>
          <Button variant="warning">Withhold its name</Button>
          <a className="govuk-link" href={cancelHref}>Cancel</a>
        </ButtonGroup>
      </form>
    </>
  );
}
