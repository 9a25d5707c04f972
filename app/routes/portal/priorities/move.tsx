import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { MoveFields } from "#app/components/priorities/story-fields.tsx";
import { moveForm } from "#app/domain/priorities/forms.server.ts";
import { movePriority } from "#app/domain/priorities/move-priority.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Move the due date";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "edit-priorities", "agreed");
  const { partnership, priority, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAct(request, await requireOpen(request, params, "edit-priorities", "agreed"), { days: ["dueOn"], form: moveForm, command: movePriority, said: "The due date is moved. The first one stays on record." });
}

export default function MovePriority() {
  const { frame, priority, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">It is due by {showDate(priority.dueOn)}{priority.dueOn !== priority.originalDueOn && `, at first by ${showDate(priority.originalDueOn)}`}.</p>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Move the due date" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <MoveFields {...typed} />
      </ActForm>
    </PortalPage>
  );
}
