import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { SetList } from "#app/components/agencies/assessments/set-list.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listSets } from "#app/domain/agencies/assessments/set-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Issue a round";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "issue-assessments");
  return { frame: partnershipFrame(member), partnership: member.partnership, sets: await listSets(member.actor) };
}

export default function NewRound() {
  const { frame, partnership, sets } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug), text: "Back to self-assessments" }} caption="Self-assessments" title={title}>
      <p className="govuk-body-l">Which questions should agencies answer?</p>
      <SetList slug={partnership.slug} sets={sets} />
    </PortalPage>
  );
}
