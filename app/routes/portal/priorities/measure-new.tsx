import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ActForm } from "#app/components/priorities/act-form.tsx";
import { MeasureFields } from "#app/components/priorities/measure-fields.tsx";
import { NobodyInIt } from "#app/components/priorities/nobody-in-it.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOpen } from "./require-priority.server.ts";
import { sendMeasure } from "./send-measure.server.ts";

const title = "Add a measure";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOpen(request, params, "edit-priorities", "both");
  const { partnership, priority, here } = member;
  return { frame: partnershipFrame(member), partnership, priority, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendMeasure(request, await requireOpen(request, params, "edit-priorities", "both"), null);
}

export default function NewMeasure() {
  const { frame, priority, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: here, text: "Back to the priority" }} caption={`Priority ${String(priority.number)}: ${priority.title}`} title={title} errors={answer?.errors}>
      <NobodyInIt />
      <ActForm {...typed} revision={priority.revision} button="Add the measure" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <MeasureFields {...typed} stored={null} others={priority.measures.filter((each) => each.countsChildren)} />
      </ActForm>
    </PortalPage>
  );
}
