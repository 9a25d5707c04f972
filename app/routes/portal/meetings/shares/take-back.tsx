import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { acceptForm } from "#app/domain/meetings/forms.server.ts";
import { findWholeMeeting } from "#app/domain/meetings/queries.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { takeBackShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireHosted } from "../require-meeting.server.ts";
import { sendForm } from "../send-form.server.ts";

const title = "Take the proposal back";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

/** The host, and the share of the address. */
async function requireShare(request: Request, params: LoaderFunctionArgs["params"]) {
  const member = await requireHosted(request, params, "share");
  const whole = await findWholeMeeting(member.actor, member.partnership.id, member.meeting.id);
  const share = whole?.shares.find((each) => each.partnershipId === params.sharer);
  if (!share) throw notFound();
  return { ...member, share };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireShare(request, params);
  const { partnership, meeting, share, here } = member;
  return { frame: partnershipFrame(member), partnership, meeting, share, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, share, here } = await requireShare(request, params);
  return sendForm(request, {
    form: acceptForm,
    command: (_input, submission) => takeBackShare(actor, { ...at, withId: share.partnershipId }, submission),
    to: () => `${here}#shares`,
    said: "The proposal is taken back.",
    here,
  });
}

export default function TakeBackShare() {
  const { frame, meeting, share, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">{share.name} has not answered. The meeting then is not proposed to it any more.</p>
      <StepForm values={answer?.values} errors={answer?.errors.fields ?? {}} revision={meeting.revision} button="Take it back" warning found={[]} submissionKey={submissionKey} cancelHref={here} />
    </PortalPage>
  );
}
