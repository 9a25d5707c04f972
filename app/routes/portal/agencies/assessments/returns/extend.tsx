import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DayForm } from "#app/components/agencies/assessments/day-form.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { extendReturn } from "#app/domain/agencies/assessments/extend-return.server.ts";
import { extensionForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireReturn } from "../require.server.ts";
import { sendText } from "../send-text.server.ts";

const title = "Give it more time";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireReturn(request, params, "issue-assessments");
  const { id, agency, dueOn, firstDueOn } = found.returned;
  return { frame: partnershipFrame(found), partnership: found.partnership, returned: { id, agency, dueOn, firstDueOn }, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned } = await requireReturn(request, params, "issue-assessments");
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return sendText(request, { form: extensionForm(returned.dueOn, returned.today), path, said: "It has more time. The first day stays on record." }, (typed, submission) => extendReturn(actor, { partnershipId: partnership.id, returnId: returned.id, ...typed }, submission));
}

export default function ExtendReturn() {
  const { frame, partnership, returned, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: path, text: "Back to the return" }} caption={returned.agency} title={title} errors={answer?.errors}>
      <p className="govuk-body">It is due on {showDate(returned.dueOn)}{returned.dueOn !== returned.firstDueOn && `, and was first due on ${showDate(returned.firstDueOn)}`}.</p>
      <DayForm button="Give it more time" reason="reason" values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path}>
        <input type="hidden" name="dueBefore" value={returned.dueOn} />
      </DayForm>
    </PortalPage>
  );
}
