import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepPage } from "#app/components/actions/step-page.tsx";
import { proposalForm } from "#app/domain/actions/forms.server.ts";
import { proposeDone } from "#app/domain/actions/propose-done.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAct, requireSender } from "./require-action.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Propose it as done";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAct(request, params, "propose");
  return { frame: partnershipFrame(member), partnership: member.partnership, action: member.action, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireSender(request, params, "propose"), { form: proposalForm, command: proposeDone, said: "It is proposed as done. Somebody else closes it, or asks for more." });
}

export default function ProposeDone() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <StepPage {...page} slug={partnership.slug} title={title} label="What shows that it is done" button="Propose it as done" answer={useActionData<typeof action>()} />;
}
