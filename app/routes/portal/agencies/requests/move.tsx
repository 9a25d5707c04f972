import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { NothingPersonal } from "#app/components/agencies/requests/nothing-personal.tsx";
import { MoveFields } from "#app/components/agencies/requests/step-fields.tsx";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { moveDueDate } from "#app/domain/agencies/requests/move-due-date.server.ts";
import { moveForm } from "#app/domain/agencies/requests/forms.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-request.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Move the due date";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "move");
  const { partnership, request: about, today, here } = member;
  return { frame: partnershipFrame(member), partnership, about, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireOpen(request, params, "move"), { day: "dueOn", form: moveForm, command: moveDueDate, said: "The due date is moved. The first one stays on record." });
}

export default function MoveDueDate() {
  const { frame, about, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: here, text: "Back to the request" }} caption={`Request ${String(about.number)}: ${about.recipient}`} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">It is due by {showDate(about.dueOn)}{about.dueOn !== about.firstDueOn && `, at first by ${showDate(about.firstDueOn)}`}.</p>
      <NothingPersonal />
      <StepForm {...typed} revision={about.steps} button="Move the due date" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <MoveFields {...typed} today={today} />
      </StepForm>
    </PortalPage>
  );
}
