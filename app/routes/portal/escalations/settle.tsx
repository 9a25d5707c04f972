import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { EndFields, StepForm } from "#app/components/escalations/step-form.tsx";
import { NoChildWords } from "#app/components/portal/no-child-words.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { endEscalation } from "#app/domain/escalations/end-escalation.server.ts";
import { endForm } from "#app/domain/escalations/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-escalation.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Record how it ended";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "settle");
  const { partnership, escalation, today, here } = member;
  return { frame: partnershipFrame(member), partnership, escalation, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireOpen(request, params, "settle");
  return sendStep(request, member, { form: endForm, command: endEscalation, words: "How it ended", said: "It is recorded how it ended." });
}

export default function SettleEscalation() {
  const { frame, escalation, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: here, text: "Back to the escalation" }} caption={`Escalation ${String(escalation.number)}: ${escalation.subject}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">Nothing can be recorded about it afterwards.</p>
      <NoChildWords what="what you record" />
      <StepForm {...typed} today={today} day="Ended on" revision={escalation.steps} button="Record it" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <EndFields {...typed} />
      </StepForm>
    </PortalPage>
  );
}
