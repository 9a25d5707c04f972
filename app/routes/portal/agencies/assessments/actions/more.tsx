import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActionTextPage } from "#app/components/agencies/assessments/action-text-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { askForMore } from "#app/domain/agencies/assessments/ask-for-more.server.ts";
import { moreForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAction, requireOthers } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Ask for more";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireAction(request, params, "challenge-assessments");
  const { id, agency, what, revision, speaksFor } = found.action;
  requireOthers(speaksFor);
  return { frame: partnershipFrame(found), partnership: found.partnership, action: { id, agency, what, revision }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireAction(request, params, "challenge-assessments");
  const path = assessmentsPath(found.partnership.slug, "actions", found.action.id);
  return sendText(request, { form: moreForm, path, said: "The action is open again, and the agency told." }, (typed, submission) => askForMore(found.actor, { partnershipId: found.partnership.id, actionId: found.action.id, ...typed }, submission));
}

export default function AskForMore() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <ActionTextPage {...page} slug={partnership.slug} title={title} label="What more is needed" button="Ask for more" answer={useActionData<typeof action>()} />;
}
