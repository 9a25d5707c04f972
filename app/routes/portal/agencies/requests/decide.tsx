import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { NothingPersonal } from "#app/components/agencies/requests/nothing-personal.tsx";
import { DecisionFields } from "#app/components/agencies/requests/step-fields.tsx";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { decideEscalation } from "#app/domain/agencies/requests/decide-escalation.server.ts";
import { decisionForm } from "#app/domain/agencies/requests/forms.server.ts";
import { stageLabels } from "#app/domain/agencies/requests/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-request.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Record what was decided";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "decide");
  const { partnership, request: about, today, here } = member;
  return { frame: partnershipFrame(member), partnership, about, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireOpen(request, params, "decide");
  return sendStep(request, member, { day: "on", form: decisionForm(member.request.stage === "chair"), command: decideEscalation, said: "The decision is recorded." });
}

export default function DecideRequest() {
  const { frame, about, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: here, text: "Back to the request" }} caption={`Request ${String(about.number)}: ${about.recipient}`} title={title} errors={answer?.errors}>
      {about.stage && <p className="govuk-body-l">It was taken to {stageLabels[about.stage]}.</p>}
      <p className="govuk-body">What was decided, the advice and a minority view are read by those who hold an office in the partnership, and not by the agency’s representative.</p>
      <NothingPersonal />
      <StepForm {...typed} revision={about.steps} button="Record the decision" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <DecisionFields {...typed} today={today} byChair={about.stage === "chair"} />
      </StepForm>
    </PortalPage>
  );
}
