import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AgencyForm } from "#app/components/agencies/agency-form.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { getChoices } from "#app/domain/agencies/queries.server.ts";
import { isListHeld } from "#app/domain/agencies/takedowns/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAgency } from "./require-agency.server.ts";
import { sendAgency } from "./send-agency.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Change an agency", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "edit-agencies");
  const { actor, partnership, agency } = member;
  return { frame: partnershipFrame(member), partnership, agency, choices: await getChoices(actor, partnership.id), held: await isListHeld(actor, partnership.id), submissionKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireAgency(request, params, "edit-agencies");
  return sendAgency(request, member, member.agency);
}

export default function ChangeAgency() {
  const { frame, partnership, agency, choices, held, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const path = agenciesPath(partnership.slug, agency.id);
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: path, text: "Back to the agency" }} caption={agency.legalName} title="Change an agency" errors={answer?.errors}>
      {agency.status === "named" && <p className="govuk-body">{held ? "It is named, and the public list is down: what you change is public once the list is published again." : "It is named: what you change is published at once."}</p>}
      <AgencyForm agency={agency} choices={choices} repeated={false} values={answer?.values} errors={answer?.errors.fields ?? {}} submissionKey={submissionKey} cancelHref={path} />
    </PortalPage>
  );
}
