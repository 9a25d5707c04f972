import { PortalPage, type PortalPageProps } from "#app/components/portal/portal-page.tsx";
import type { FormErrors } from "#app/http/field-errors.ts";
import type { FormValues } from "#app/http/form-values.ts";

import { assessmentsPath } from "./paths.ts";
import { TextForm } from "./text-form.tsx";

interface ActionTextPageProps extends Pick<PortalPageProps, "frame" | "title"> {
  slug: string;
  action: { id: string; agency: string; what: string; revision: number };
  /** What is typed, and the button that sends it. */
  label: string;
  button: string;
  /** What was sent, when the form comes back. */
  answer: { values: FormValues; errors: FormErrors } | undefined;
  submissionKey: string;
}

/** A page on which somebody says a few sentences about an action: how far it is, that it is done, that it is closed or not yet. */
export function ActionTextPage({ frame, title, slug, action: { id, agency, what, revision }, label, button, answer, submissionKey }: ActionTextPageProps) {
  const path = assessmentsPath(slug, "actions", id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the action" }} caption={agency} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">{what}</p>
      <TextForm label={label} hint="Nothing that could identify a child or a family" button={button} revision={revision} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
