import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { setChangeAside } from "#app/domain/agencies/own/decide-change.server.ts";
import { setAsideForm } from "#app/domain/agencies/own/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm, toObject, withoutSecrets } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireChange } from "./require-change.server.ts";

const title = "Set a proposed change aside";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireChange(request, params, "edit-agencies");
  const { partnership, change } = member;
  return { frame: partnershipFrame(member), partnership, change: { id: change.id, legalName: change.legalName }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, change } = await requireChange(request, params, "edit-agencies");
  const values = await readForm(request);
  const form = setAsideForm.safeParse(toObject(values));
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await setChangeAside(actor, { partnershipId: partnership.id, changeId: change.id, reason: form.data.reason }, readSubmission(values));
  const path = agenciesPath(partnership.slug, "changes");
  if (!outcome.ok) throw refusalResponse(outcome, { href: `${path}/${change.id}`, text: "Look at it again" });
  return redirectWithFlash(request, path, { type: "success", text: `${change.legalName}: the proposed change is set aside.` });
}

export default function SetAside() {
  const { frame, partnership, change, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, `changes/${change.id}`);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the proposed change" }} caption={change.legalName} title={title} errors={answer?.errors}>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Textarea name="reason" label="Why" labelSize="s" rows={3} hint="The agency’s own people read it. Nothing about a child or family" defaultValue={typedOr(answer?.values, "reason", "")} error={answer?.errors.fields["reason"]} />
        <ButtonGroup>
          <Button variant="warning">Set it aside</Button>
          <a className="govuk-link" href={path}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
