import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { StepForm } from "#app/components/agencies/requests/step-form.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { removeItem } from "#app/domain/meetings/agenda/items.server.ts";
import { acceptForm } from "#app/domain/meetings/forms.server.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { sendForm } from "../send-form.server.ts";
import { requireItem } from "./require-item.server.ts";

const title = "Take an item off the agenda";

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
    form: acceptForm,
    command: (input, submission) => removeItem(actor, { ...at, itemId: item.id, ...input }, submission),
    to: () => here,
    said: "The item is taken off the agenda.",
    here,
  });
}

export default function RemoveItem() {
  const { frame, meeting, item, here, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = { values: answer?.values, errors: answer?.errors.fields ?? {} };
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: here, text: "Back to the meeting" }} caption={datedTitle(meeting)} title={title} errors={answer?.errors}>
      <p className="govuk-body-l">“{item.title}” and its papers are taken off. The record of the agenda keeps them.</p>
      <StepForm {...typed} revision={item.revision} button="Take it off" warning found={answer?.found ?? []} submissionKey={submissionKey} cancelHref={here} />
    </PortalPage>
  );
}
