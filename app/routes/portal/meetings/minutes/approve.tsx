import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { approvalForm } from "#app/domain/meetings/forms.server.ts";
import { approveMinutes, listApproving } from "#app/domain/meetings/minutes/approve-minutes.server.ts";
import { findWholeMeeting } from "#app/domain/meetings/queries.server.ts";
import { datedTitle, minutesProblem } from "#app/domain/meetings/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { refusals } from "#app/domain/shared/refusals.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireHosted } from "../require-meeting.server.ts";
import { sendForm } from "../send-form.server.ts";

const title = "Record that the minutes were approved";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "approve");
  const { actor, partnership, meeting, here } = member;
  const whole = await findWholeMeeting(actor, partnership.id, meeting.id);
  return { frame: partnershipFrame(member), partnership, meeting, here, problem: minutesProblem(whole?.items ?? []), choices: await listApproving(actor, meeting), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, here } = await requireHosted(request, params, "approve");
  return sendForm(request, {
    form: approvalForm,
    command: (input, submission) => approveMinutes(actor, { ...at, ...input }, submission),
    to: () => here,
    said: "The minutes are approved. They change no more.",
    here,
  });
}

export default function ApproveMinutes() {
  const { frame, meeting, here, problem, choices, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      {problem ? (
        <InsetText><strong>{refusals[problem.refusal].title}.</strong> {refusals[problem.refusal].text} {problem.items.length > 0 && `It concerns: ${problem.items.join("; ")}.`}</InsetText>
      ) : choices.length === 0 ? (
        <InsetText>Minutes are approved at a later meeting of the same kind, and none was held since. Record who came to the next one, then come back.</InsetText>
      ) : (
        <>
          <p className="govuk-body-l">Once approved, neither the minutes nor the agenda nor who came can be changed.</p>
          <StepForm {...typed} revision={meeting.revision} button="Record the approval" found={[]} submissionKey={submissionKey} cancelHref={here}>
            <Radios name="approvedIn" legend="At which meeting they were approved" legendSize="s" items={choices.map(({ id, startsAt }) => ({ value: id, text: showDate(startsAt) }))} defaultValue={typedOr(typed.values, "approvedIn", choices.length === 1 ? choices[0]?.id : "")} error={typed.errors["approvedIn"]} />
          </StepForm>
        </>
      )}
    </PortalPage>
  );
}
