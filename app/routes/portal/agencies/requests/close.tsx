import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { NothingPersonal } from "#app/components/agencies/requests/nothing-personal.tsx";
import { ClosureFields } from "#app/components/agencies/requests/step-fields.tsx";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { closeRequest } from "#app/domain/agencies/requests/close-request.server.ts";
import { closureForm } from "#app/domain/agencies/requests/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-request.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Close the request";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "close");
  const { partnership, request: about, today, here } = member;
  return { frame: partnershipFrame(member), partnership, about, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireOpen(request, params, "close"), { day: "on", form: closureForm, command: closeRequest, said: "The request is closed." });
}

export default function CloseRequest() {
  const { frame, about, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: here, text: "Back to the request" }} caption={`Request ${String(about.number)}: ${about.recipient}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">Nothing can be recorded about it once it is closed.</p>
      <NothingPersonal />
      <StepForm {...typed} revision={about.steps} button="Close it" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <ClosureFields {...typed} today={today} />
      </StepForm>
    </PortalPage>
  );
}
