import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { AgreementFields } from "#app/components/priorities/story-fields.tsx";
import { agreePriority } from "#app/domain/priorities/agree-priority.server.ts";
import { agreementForm } from "#app/domain/priorities/forms.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Record that the priority is agreed";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "agree-priorities", "draft");
  const { partnership, priority, today, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, today, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAct(request, await requireOpen(request, params, "agree-priorities", "draft"), { days: ["on"], form: agreementForm, command: agreePriority, said: "The priority is agreed. From now on its words stay as they are." });
}

export default function AgreePriority() {
  const { frame, priority, today, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <p className="govuk-body">Once it is agreed its words stay as they are, and its due date moves only with a reason. Measures can still be added.</p>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Record that it is agreed" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <AgreementFields {...typed} today={today} />
      </ActForm>
    </PortalPage>
  );
}
