import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepPage } from "#app/components/actions/step-page.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { moveForm } from "#app/domain/actions/forms.server.ts";
import { moveDueDate } from "#app/domain/actions/move-due-date.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { dateParts } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAct, requireSender } from "./require-action.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Move the day";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAct(request, params, "move");
  return { frame: partnershipFrame(member), partnership: member.partnership, action: member.action, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireSender(request, params, "move");
  return sendStep(request, member, { form: moveForm(member.action.today), command: moveDueDate, said: "The day is moved. Every day that it had stays on record." });
}

export default function MoveAction() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { dueOn, originalDueOn } = page.action;
  return (
    <StepPage {...page} slug={partnership.slug} title={title} label="Why" hint="It is kept with every day that it had" button="Move the day" answer={answer}>
      <p className="govuk-body">It is due on {showDate(dueOn)}{dueOn !== originalDueOn && `, at first on ${showDate(originalDueOn)}`}.</p>
      <DateInput name="dueOn" legend="The new day" legendSize="s" hint="Like 30 11 2026" defaultValues={dateParts(answer?.values, "dueOn")} error={answer?.errors.fields["dueOn"]} />
    </StepPage>
  );
}
