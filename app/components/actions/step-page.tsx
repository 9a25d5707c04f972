import type { ReactNode } from "react";

import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage, type PortalPageProps } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

import { actionsPath } from "./paths.ts";

/** What was sent, when the form comes back. */
export interface StepAnswer {
  values: FormValues;
  errors: FormErrors;
  found: LookedBoxProps["found"];
}

interface StepPageProps extends Pick<PortalPageProps, "frame" | "title"> {
  slug: string;
  action: { id: string; what: string; owner: string; agency: string | null; revision: number };
  /** What is typed, and the button that sends it. */
  label: string;
  hint?: string;
  button: string;
  answer: StepAnswer | undefined;
  submissionKey: string;
  /** Other fields, before the text. */
  children?: ReactNode;
}

/** A page on which somebody says a few sentences about an action: how far it is, that it is done, that it is closed or not yet. */
export function StepPage({ frame, title, slug, action: { id, what, owner, agency, revision }, label, hint, button, answer, submissionKey, children }: StepPageProps) {
  const path = actionsPath(slug, id);
  const errors = answer?.errors.fields ?? {};
  return (
    <PortalPage frame={frame} current="actions" back={{ href: path, text: "Back to the action" }} caption={agency ?? owner} title={title} errors={answer?.errors}>
      <p className="govuk-body-l as-typed">{what}</p>
      <NoChildWords what="it" />
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={revision} />
        {children}
        <Textarea name="text" label={label} labelSize="s" rows={6} hint={hint} defaultValue={typedOr(answer?.values, "text", "")} error={errors["text"]} />
        <LookedBox found={answer?.found ?? []} values={answer?.values} error={errors["looked"]} />
        <ButtonGroup>
          <Button>{button}</Button>
          <a className="govuk-link" href={path}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
