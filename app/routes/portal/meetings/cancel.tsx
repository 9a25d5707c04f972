import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { ReasonField } from "#app/components/meetings/meeting-fields.tsx";
import { NoChildDetail } from "#app/components/meetings/no-child-detail.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { reasonForm } from "#app/domain/meetings/forms.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireHosted } from "./require-meeting.server.ts";
import { sendForm } from "./send-form.server.ts";

const title = "Cancel the meeting";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "cancel");
  const { partnership, meeting, here } = member;
  return { frame: partnershipFrame(member), partnership, meeting, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, here } = await requireHosted(request, params, "cancel");
  return sendForm(request, {
    form: reasonForm("Say why it is cancelled"),
    command: (input, submission) => cancelMeeting(actor, { ...at, ...input }, submission),
    to: () => here,
    said: "The meeting is cancelled.",
    here,
  });
}

export default function CancelMeeting() {
  const { frame, meeting, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <NoChildDetail />
      <StepForm {...typed} revision={meeting.revision} button="Cancel the meeting" warning found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <ReasonField {...typed} label="Why it is cancelled" hint="In general terms. It stays in the list with this reason" />
      </StepForm>
    </PortalPage>
  );
}
