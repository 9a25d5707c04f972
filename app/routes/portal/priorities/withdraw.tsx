import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { withdrawPriority } from "#app/domain/priorities/end-publication.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { endPublication } from "./end-publication.server.ts";
import { requirePublished } from "./require-published.server.ts";

const title = "Withdraw what is published of the priority";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { frame, partnership, back, state, title: priority } = await requirePublished(request, params, "withdraw");
  return { frame, partnership, back, priority, possible: state === "published", submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return endPublication(request, await requirePublished(request, params, "withdraw"), withdrawPriority, "It is withdrawn. It stays readable under a notice, until the next update.");
}

export default function WithdrawPriority() {
  const { frame, back, priority, possible, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="priorities" back={back} caption={priority} title={title} errors={answer?.errors}>
      {possible ? (
        <>
          <p className="govuk-body">The public page stays readable at its address, under a notice with your reason and today’s date. The next update takes its place.</p>
          <ReasonForm submissionKey={submissionKey} label="The reason the public will read" hint="Say plainly why it no longer holds. Identify nobody" error={answer?.errors.fields["reason"]} typed={answer?.typed ?? ""} button="Withdraw it" warning cancelHref={back.href} />
        </>
      ) : (
        <p className="govuk-body-l">Nothing of this priority is published as it stands now, so there is nothing to withdraw.</p>
      )}
    </PortalPage>
  );
}
