import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DayForm } from "#app/components/agencies/assessments/day-form.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { moveForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { moveAction } from "#app/domain/agencies/assessments/move-action.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAction } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Move the day";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireAction(request, params, "issue-assessments");
  const { id, agency, what, revision, dueOn } = found.action;
  return { frame: partnershipFrame(found), partnership: found.partnership, action: { id, agency, what, revision, dueOn }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const found = await requireAction(request, params, "issue-assessments");
  const path = assessmentsPath(found.partnership.slug, "actions", found.action.id);
  const at = { partnershipId: found.partnership.id, actionId: found.action.id };
  return sendText(request, { form: moveForm(found.action.today), path, said: "The day is moved. Every day that it had stays on record." }, ({ text, ...typed }, submission) => moveAction(found.actor, { ...at, ...typed, reason: text }, submission));
}

export default function MoveAction() {
  const { frame, partnership, action: { id, agency, what, revision, dueOn }, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "actions", id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the action" }} caption={agency} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">{what}</p>
      <p className="govuk-body">It is due on {showDate(dueOn)}.</p>
      <DayForm button="Move the day" reason="text" revision={revision} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
