import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { type FormValues, rawText, typedOr } from "#app/http/form-values.ts";

interface ReplyFormProps {
  submissionKey: string;
  values?: FormValues;
  errors: Record<string, string>;
  /** The path of the link. */
  cancelHref: string;
}

/** What is wrong in the register about the agency. What is left as it is, or empty, stays. */
export function DetailsForm({ legalName, ...props }: ReplyFormProps & { legalName: string }) {
  const { values, errors } = props;
  return (
    <ReplyForm {...props}>
      <Input name="legalName" label="Legal name of your organisation" labelSize="s" hint="As in its public register. It is published" defaultValue={typedOr(values, "legalName", legalName)} error={errors["legalName"]} autoComplete="organization" />
      <Input name="representative" label="Who speaks for you in the partnership (optional)" labelSize="s" hint="The post, and the name if you like: “Designated safeguarding lead, Jo Finch”. Not published" defaultValue={rawText(values, "representative")} error={errors["representative"]} autoComplete="off" />
      <Input name="contactEmail" type="email" label="E-mail for notices (optional)" labelSize="s" hint="A mailbox that your office reads, in place of the one this came to. Never published" defaultValue={rawText(values, "contactEmail")} error={errors["contactEmail"]} autoComplete="email" spellCheck={false} />
      <Textarea name="note" label="What else is not right (optional)" labelSize="s" rows={3} hint="Nothing about a child or a family" defaultValue={rawText(values, "note")} error={errors["note"]} />
    </ReplyForm>
  );
}

/** That the body ended, or that another one is meant. */
export function OtherBodyForm(props: ReplyFormProps) {
  const { values, errors } = props;
  return (
    <ReplyForm {...props}>
      <Radios
        name="what"
        legend="What is not right?"
        legendSize="s"
        items={[
          { value: "closed", text: "We closed or merged", hint: "Or will soon" },
          { value: "not-us", text: "This is not us", hint: "The letter reached the wrong organisation" },
        ]}
        defaultValue={rawText(values, "what")}
        error={errors["what"]}
      />
      <Textarea name="note" label="What happened, or whom we may have meant" labelSize="s" rows={3} hint="Like “We became part of Otter Brook Academy on 1 September 2026”. Nothing about a child or a family" defaultValue={rawText(values, "note")} error={errors["note"]} />
    </ReplyForm>
  );
}

/** Who would represent the agency with an account of their own. */
export function AccountRequestForm(props: ReplyFormProps) {
  const { values, errors } = props;
  return (
    <ReplyForm {...props}>
      <h2 className="govuk-heading-m">Who should have the account</h2>
      <Input name="personName" label="Their name" labelSize="s" defaultValue={rawText(values, "personName")} error={errors["personName"]} autoComplete="off" spellCheck={false} />
      <Input name="office" label="Their post" labelSize="s" hint="Like Designated safeguarding lead" defaultValue={rawText(values, "office")} error={errors["office"]} autoComplete="off" />
      <Input name="email" type="email" label="Their work e-mail address" labelSize="s" hint="The invitation goes there" defaultValue={rawText(values, "email")} error={errors["email"]} autoComplete="off" spellCheck={false} />
    </ReplyForm>
  );
}

function ReplyForm({ submissionKey, values, errors, cancelHref, children }: ReplyFormProps & { children: ReactNode }) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      {children}
      <h2 className="govuk-heading-m">Who you are</h2>
      <Input name="name" label="Your name" labelSize="s" hint="Kept by the partnership and never published" autoComplete="name" defaultValue={rawText(values, "name")} error={errors["name"]} spellCheck={false} />
      <Input name="post" label="Your post" labelSize="s" autoComplete="organization-title" defaultValue={rawText(values, "post")} error={errors["post"]} />
      <ButtonGroup>
        <Button>Send to the partnership</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
