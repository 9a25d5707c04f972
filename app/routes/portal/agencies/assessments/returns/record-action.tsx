import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActionForm } from "#app/components/agencies/assessments/action-form.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { actionForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { recordAction } from "#app/domain/agencies/assessments/record-action.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, refusalResponse } from "#app/http/submission.server.ts";

import { requireOthers, requireStandard } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Record an action";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireStandard(request, params, "challenge-assessments");
  const { partnership, returned, standard } = found;
  requireOthers(returned.speaksFor);
  if (returned.status !== "submitted") throw refusalResponse(refused("return-not-submitted"), { href: assessmentsPath(partnership.slug, "returns", returned.id), text: "Open the return" });
  return { frame: partnershipFrame(found), partnership, standard, returned: { id: returned.id, agency: returned.agency }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned, standard } = await requireStandard(request, params, "challenge-assessments");
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return sendText(request, { form: actionForm(returned.today), path, said: "The action is recorded, and the agency told." }, (typed, submission) => recordAction(actor, { partnershipId: partnership.id, returnId: returned.id, standardId: standard.id, ...typed }, submission));
}

export default function RecordAction() {
  const { frame, partnership, standard, returned, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the return" }} caption={`${returned.agency}: ${standard.title}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">The agency says when it is done, with the evidence; somebody who does not speak for it closes it.</p>
      <ActionForm values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
