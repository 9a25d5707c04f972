import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepPage } from "#app/components/actions/step-page.tsx";
import { closeAction } from "#app/domain/actions/close-action.server.ts";
import { closingForm } from "#app/domain/actions/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAct, requireSender } from "./require-action.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Close the action";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAct(request, params, "close");
  return { frame: partnershipFrame(member), partnership: member.partnership, action: member.action, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireSender(request, params, "close"), { form: closingForm, command: closeAction, said: "The action is closed." });
}

export default function CloseAction() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <StepPage {...page} slug={partnership.slug} title={title} label="What convinces you" button="Close it" answer={useActionData<typeof action>()} />;
}
