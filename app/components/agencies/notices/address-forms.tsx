import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ToldPage } from "#app/domain/agencies/notices/notice-view.ts";
import { type FormValues, rawText } from "#app/http/form-values.ts";

interface AddressFormProps {
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** A field for each named agency that has no address: one page of them. */
export function AddressGrid({ path, agencies: { agencies, found, page, pages }, values, errors, submissionKey, cancelHref }: AddressFormProps & { path: string; agencies: ToldPage }) {
  const numbers = pageNumbers(page, pages, (at) => `${path}?page=${String(at)}`);
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <h2 className="govuk-heading-m">{found === 1 ? "1 named agency has no address" : `${found.toLocaleString("en-GB")} named agencies have no address`}{pages > 1 && `: page ${String(page)} of ${String(pages)}`}</h2>
      {agencies.map(({ id, legalName, category, state }) => (
        <Input key={id} name={`email-${id}`} type="email" label={legalName} labelSize="s" hint={state === "told" || state === "acknowledged" ? `${category}; told already` : category} width={30} defaultValue={rawText(values, `email-${id}`)} error={errors[`email-${id}`]} autoComplete="off" spellCheck={false} />
      ))}
      <ButtonGroup>
        <Button>Save these addresses</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
      {numbers && <Pagination {...numbers} />}
    </form>
  );
}

/** Many addresses at once, as lines of a spreadsheet. */
export function AddressPaste({ values, errors, submissionKey, cancelHref }: AddressFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Textarea name="lines" label="One agency in each line: its number and its e-mail address" labelSize="s" rows={12} hint="The number is its URN, charity number or organisation code. Two columns of a spreadsheet can be pasted as they are: 123456, office@school.example" defaultValue={rawText(values, "lines")} error={errors["lines"]} />
      <ButtonGroup>
        <Button>Save these addresses</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
