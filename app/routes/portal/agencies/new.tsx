import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AgencyForm } from "#app/components/agencies/agency-form.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { getChoices } from "#app/domain/agencies/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { sendAgency } from "./send-agency.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Add an agency", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-agencies");
  const { actor, partnership } = member;
  return { frame: partnershipFrame(member), partnership, choices: await getChoices(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  return sendAgency(request, await requireMember(request, params.partnership, "edit-agencies"), null);
}

export default function NewAgency() {
  const { frame, partnership, choices, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the register" }} caption="Relevant agencies" title="Add an agency" errors={answer?.errors}>
      <p className="govuk-body">It is proposed at first. Nothing is published until it is named.</p>
      <AgencyForm agency={null} choices={choices} repeated={answer?.repeated ?? false} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
