import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActionTextPage } from "#app/components/agencies/assessments/action-text-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { proposeDone } from "#app/domain/agencies/assessments/propose-done.server.ts";
import { proposalForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAction, requireFilling } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Propose it as done";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireAction(request, params, "answer-assessments");
  const { id, agency, what, revision, standing } = found.action;
  requireFilling(standing);
  return { frame: partnershipFrame(found), partnership: found.partnership, action: { id, agency, what, revision }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireAction(request, params, "answer-assessments");
  const path = assessmentsPath(found.partnership.slug, "actions", found.action.id);
  return sendText(request, { form: proposalForm, path, said: "It is proposed as done. Somebody of the partnership closes it, or asks for more." }, (typed, submission) => proposeDone(found.actor, { partnershipId: found.partnership.id, actionId: found.action.id, ...typed }, submission));
}

export default function ProposeDone() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <ActionTextPage {...page} slug={partnership.slug} title={title} label="What shows that it is done" button="Propose it as done" answer={useActionData<typeof action>()} />;
}
