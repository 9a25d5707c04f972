import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { PriorityFields } from "#app/components/priorities/priority-fields.tsx";
import { changePriority } from "#app/domain/priorities/change-priority.server.ts";
import { priorityForm } from "#app/domain/priorities/forms.server.ts";
import { getPriorityChoices } from "#app/domain/priorities/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-priority.server.ts";
import { sendAct } from "./send-act.server.ts";

const title = "Change the draft";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "edit-priorities", "draft");
  const { actor, partnership, priority, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, choices: await getPriorityChoices(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireOpen(request, params, "edit-priorities", "draft");
  const form = priorityForm(await getPriorityChoices(member.actor, member.partnership.id));
  return sendAct(request, member, { days: ["dueOn", "periodFrom", "periodTo"], form, command: (actor, input, submission) => changePriority(actor, input, submission), said: "The draft is changed." });
}

export default function EditPriority() {
  const { frame, priority, here, choices, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Save the draft" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <PriorityFields {...typed} choices={choices} stored={priority} />
      </ActForm>
    </PortalPage>
  );
}
