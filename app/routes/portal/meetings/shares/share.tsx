import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { shareForm } from "#app/domain/meetings/forms.server.ts";
import { findWholeMeeting, listShareChoices } from "#app/domain/meetings/queries.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireHosted } from "../require-meeting.server.ts";
import { sendForm } from "../send-form.server.ts";

const title = "Share the meeting";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireHosted(request, params, "share");
  const { actor, partnership, meeting, here } = member;
  const whole = await findWholeMeeting(actor, partnership.id, meeting.id);
  const choices = await listShareChoices(actor, partnership.id, whole?.shares ?? []);
  return { frame: partnershipFrame(member), partnership, meeting, choices, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, here } = await requireHosted(request, params, "share");
  return sendForm(request, {
    form: shareForm,
    command: (input, submission) => proposeShare(actor, { ...at, ...input }, submission),
    to: () => `${here}#shares`,
    said: "The meeting is proposed to the other partnership.",
    here,
  });
}

export default function ShareMeeting() {
  const { frame, meeting, choices, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">It is proposed to the other partnership, which accepts or declines. Once it accepts, its people see the agenda, the papers and who came, and its partners are on the list. We stay the host and keep the record.</p>
      <StepForm {...typed} revision={meeting.revision} button="Propose it" found={[]} submissionKey={submissionKey} cancelHref={here}>
        <Select name="withId" label="With which partnership" labelSize="s" items={[{ value: "", text: "Choose" }, ...choices.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={typedOr(typed.values, "withId", "")} error={typed.errors["withId"]} />
      </StepForm>
    </PortalPage>
  );
}
