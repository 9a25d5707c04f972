import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { NothingPersonal } from "#app/components/agencies/requests/nothing-personal.tsx";
import { EscalationFields } from "#app/components/agencies/requests/step-fields.tsx";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { escalateRequest } from "#app/domain/agencies/requests/escalate-request.server.ts";
import { escalationForm } from "#app/domain/agencies/requests/forms.server.ts";
import { nextStage } from "#app/domain/agencies/requests/rules.ts";
import { stageLabels } from "#app/domain/agencies/requests/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-request.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Take the request further";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "escalate");
  const { partnership, request: about, today, here } = member;
  return { frame: partnershipFrame(member), partnership, about, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireOpen(request, params, "escalate"), { day: "on", form: escalationForm, command: escalateRequest, said: "The request is taken further, and those who decide are told." });
}

export default function EscalateRequest() {
  const { frame, about, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stage = nextStage(about);
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: here, text: "Back to the request" }} caption={`Request ${String(about.number)}: ${about.recipient}`} title={title} errors={answer?.errors}>
      {stage && <p className="govuk-body-l">It goes to {stageLabels[stage]}{stage === "chair" && ", who decides with the scrutineer’s advice"}. They are told, and so is whoever speaks for the agency here.</p>}
      <NothingPersonal />
      <StepForm {...typed} revision={about.steps} button="Take it further" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <EscalationFields {...typed} today={today} />
      </StepForm>
    </PortalPage>
  );
}
