import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { ItemFields } from "#app/components/meetings/meeting-fields.tsx";
import { NoChildDetail } from "#app/components/meetings/no-child-detail.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { changeItem } from "#app/domain/meetings/agenda/items.server.ts";
import { itemForm } from "#app/domain/meetings/forms.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { sendForm } from "../send-form.server.ts";
import { requireItem } from "./require-item.server.ts";

const title = "Change an item of the agenda";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireItem(request, params);
  const { partnership, meeting, item, here } = member;
  return { frame: partnershipFrame(member), partnership, meeting, item, here, submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, item, here } = await requireItem(request, params);
  return sendForm(request, {
    form: itemForm,
    command: (input, submission) => changeItem(actor, { ...at, itemId: item.id, ...input }, submission),
    to: () => here,
    said: "The item is changed.",
    here,
  });
}

export default function ChangeItem() {
  const { frame, meeting, item, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <NoChildDetail />
      <StepForm {...typed} revision={item.revision} button="Save" found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here}>
        <ItemFields {...typed} item={item} />
      </StepForm>
    </PortalPage>
  );
}
