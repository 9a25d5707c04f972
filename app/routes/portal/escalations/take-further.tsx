import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm, Words } from "#app/components/escalations/step-form.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { furtherForm } from "#app/domain/escalations/forms.server.ts";
import { nextStage } from "#app/domain/escalations/rules.ts";
import { takeFurther } from "#app/domain/escalations/take-further.server.ts";
import { stageLabels } from "#app/domain/escalations/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-escalation.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Take it further";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "take-further");
  const { partnership, escalation, today, here } = member;
  return { frame: partnershipFrame(member), partnership, escalation, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireOpen(request, params, "take-further");
  return sendStep(request, member, { form: furtherForm, command: takeFurther, words: "The reason", said: "It is taken further, and those who decide are told." });
}

export default function TakeEscalationFurther() {
  const { frame, escalation, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const next = nextStage(escalation);
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the escalation" }} caption={`Escalation ${String(escalation.number)}: ${escalation.subject}`} title={title} errors={answer?.errors}>
      {next && <p className="govuk-body-l">It goes to {stageLabels[next]}{next === "chair" && ", who decides with the scrutineer’s advice"}.{next === "department" ? " Write to the department yourselves; here stands that you did." : " They are told."}</p>}
      <NoChildWords what="what you record" />
      <StepForm {...typed} today={today} day="On" revision={escalation.steps} button="Take it further" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <Words {...typed} label="Why it is taken further" />
      </StepForm>
    </PortalPage>
  );
}
