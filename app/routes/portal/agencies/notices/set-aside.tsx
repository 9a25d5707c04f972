import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { decideReply } from "#app/domain/agencies/notices/decide-reply.server.ts";
import { setAsideForm } from "#app/domain/agencies/notices/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireReply } from "./require-reply.server.ts";

const title = "Set aside what the agency wrote";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireReply(request, params, "edit-agencies");
  const { partnership, reply, path } = member;
  return { frame: partnershipFrame(member), partnership, reply, path, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, reply, path } = await requireReply(request, params, "edit-agencies");
  const values = await readForm(request);
  const form = setAsideForm.safeParse(toObject(values));
  if (!form.success) return data({ values: withoutSecrets(values), errors: fieldErrors(form.error) }, { status: 422 });
  const outcome = await decideReply(actor, { partnershipId: partnership.id, replyId: reply.id, outcome: "set-aside", reason: form.data.reason }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See how it stands now" });
  return redirectWithFlash(request, agenciesPath(partnership.slug, reply.membershipId), { type: "success", text: "It is set aside, and the agency is told why." });
}

export default function SetAside() {
  const { frame, reply, path, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to what it wrote" }} caption={reply.legalName} title={title} errors={answer?.errors}>
      <p className="govuk-body">Nothing is changed. The agency gets a letter with your reason, at the address it wrote from.</p>
      <form method="post" noValidate>
        <SubmissionKey value={submissionKey} />
        <Textarea name="reason" label="Why nothing is changed" labelSize="s" rows={3} hint="The agency reads it. Nothing about a child or a family" defaultValue={rawText(answer?.values, "reason")} error={answer?.errors.fields["reason"]} />
        <ButtonGroup>
          <Button variant="warning">Set it aside</Button>
          <a className="govuk-link" href={path}>Cancel</a>
        </ButtonGroup>
      </form>
    </PortalPage>
  );
}
