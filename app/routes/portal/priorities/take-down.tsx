import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { ReasonForm } from "#app/components/versions/reason-form.tsx";
import { takeDownPriority } from "#app/domain/priorities/end-publication.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { endPublication } from "./end-publication.server.ts";
import { requirePublished } from "./require-published.server.ts";

const title = "Take the priority down for safety";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { frame, partnership, back, state, title: priority } = await requirePublished(request, params, "take-down");
  return { frame, partnership, back, priority, possible: state !== "taken-down", submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return endPublication(request, await requirePublished(request, params, "take-down"), takeDownPriority, "The priority is taken down. Nobody can read it.");
}

export default function TakeDownPriority() {
  const { frame, back, priority, possible, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalPage frame={frame} current="priorities" back={back} caption={priority} title={title} errors={answer?.errors}>
      {possible ? (
        <>
          <p className="govuk-body">Everything published of this priority disappears from the public site straight away, every update of it, with its files. The page then says that it was taken down, when, and your reason. What is recorded here stays as it is.</p>
          <ReasonForm submissionKey={submissionKey} label="The reason the public will read" hint="Identify nobody. For example: “A sentence showed who a family is.”" error={answer?.errors.fields["reason"]} typed={answer?.typed ?? ""} button="Take it down now" warning cancelHref={back.href} />
        </>
      ) : (
        <p className="govuk-body-l">Nothing of this priority can be read by the public now, so there is nothing to take down.</p>
      )}
    </PortalPage>
  );
}
