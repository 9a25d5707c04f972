import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepPage } from "#app/components/actions/step-page.tsx";
import { progressForm } from "#app/domain/actions/forms.server.ts";
import { noteProgress } from "#app/domain/actions/note-progress.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAct, requireSender } from "./require-action.server.ts";
import { sendStep } from "./send-step.server.ts";

const title = "Note progress";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAct(request, params, "progress");
  return { frame: partnershipFrame(member), partnership: member.partnership, action: member.action, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendStep(request, await requireSender(request, params, "progress"), { form: progressForm, command: noteProgress, said: "The note is kept." });
}

export default function NoteProgress() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  return <StepPage {...page} slug={partnership.slug} title={title} label="How far it is" button="Keep the note" answer={useActionData<typeof action>()} />;
}
