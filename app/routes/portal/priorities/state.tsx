import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { StatementFields } from "#app/components/priorities/story-fields.tsx";
import { statementForm } from "#app/domain/priorities/forms.server.ts";
import { makeStatement } from "#app/domain/priorities/make-statement.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Say how the priority stands";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "edit-priorities", "agreed");
  const { partnership, priority, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAct(request, await requireOpen(request, params, "edit-priorities", "agreed"), { days: [], form: statementForm, command: makeStatement, said: "Said, and kept with the figures as they stand today." });
}

export default function StatePriority() {
  const { frame, priority, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Say it" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <StatementFields {...typed} />
      </ActForm>
    </PortalPage>
  );
}
