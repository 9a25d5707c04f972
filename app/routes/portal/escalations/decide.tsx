import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DecisionFields, StepForm } from "#app/components/escalations/step-form.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { decideStage } from "#app/domain/escalations/decide-stage.server.ts";
import { decisionForm } from "#app/domain/escalations/forms.server.ts";
import { stageLabels } from "#app/domain/escalations/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-escalation.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Record what was decided";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "decide");
  const { partnership, escalation, today, here } = member;
  return { frame: partnershipFrame(member), partnership, escalation, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireOpen(request, params, "decide");
  return sendStep(request, member, { form: decisionForm(member.escalation.stage), command: decideStage, words: "The decision", said: "The decision is recorded." });
}

export default function DecideEscalation() {
  const { frame, escalation, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the escalation" }} caption={`Escalation ${String(escalation.number)}: ${escalation.subject}`} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">It is with {stageLabels[escalation.stage]}.</p>
      <NoChildWords what="what you record" />
      <StepForm {...typed} today={today} day="Decided on" revision={escalation.steps} button="Record the decision" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <DecisionFields {...typed} byChair={escalation.stage === "chair"} />
      </StepForm>
    </PortalPage>
  );
}
