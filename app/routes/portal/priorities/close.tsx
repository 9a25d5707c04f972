import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { Words } from "#app/components/priorities/story-fields.tsx";
import { closePriority } from "#app/domain/priorities/close-priority.server.ts";
import { conclusionForm } from "#app/domain/priorities/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireJudge } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Close the priority";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireJudge(request, params, "both");
  const { partnership, priority, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAct(request, await requireJudge(request, params, "both"), { days: [], form: conclusionForm, command: closePriority, said: "The priority is closed." });
}

export default function ClosePriority() {
  const { frame, priority, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">Nothing can be recorded about it once it is closed. Closing does not say that it was achieved.</p>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Close it" warning found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <Words {...typed} label="Why it is closed" hint="What came of it, and what follows" />
      </ActForm>
    </PortalPage>
  );
}
