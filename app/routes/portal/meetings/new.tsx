import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { TimeFields, WhoseFields } from "#app/components/meetings/meeting-fields.tsx";
import { NoChildDetail } from "#app/components/meetings/no-child-detail.tsx";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { planForm } from "#app/domain/meetings/forms.server.ts";
import { planMeeting } from "#app/domain/meetings/plan-meeting.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { sendForm } from "./send-form.server.ts";

const title = "Plan a meeting";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-meetings");
  return { frame: partnershipFrame(member), partnership: member.partnership, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "record-meetings");
  return sendForm(request, {
    form: planForm,
    day: "date",
    command: (input, submission) => planMeeting(actor, { partnershipId: partnership.id, ...input }, submission),
    to: ({ meetingId }) => meetingsPath(partnership.slug, meetingId),
    said: "The meeting is planned. Add what is on its agenda.",
    here: meetingsPath(partnership.slug),
  });
}

export default function PlanMeeting() {
  const { frame, partnership, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = meetingsPath(partnership.slug);
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: path, text: "Back to the meetings" }} caption="Meetings" title={title} errors={answer?.errors}>
      <p className="govuk-body">A meeting that was held already can be entered, too.</p>
      <NoChildDetail />
      <StepForm {...typed} revision={0} button="Plan the meeting" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={path}>
        <WhoseFields {...typed} />
        <TimeFields {...typed} />
      </StepForm>
    </PortalPage>
  );
}
