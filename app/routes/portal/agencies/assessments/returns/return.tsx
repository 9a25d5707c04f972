import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { ReturnPage } from "#app/components/agencies/assessments/return-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { mayDo, requireReturn } from "../require.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `${page.returned.agency}: ${page.returned.round.title}` : "Self-assessment", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireReturn(request, params, "read-assessments");
  const { me, partnership, returned } = found;
  const { flash, headers: once } = readFlash(request);
  const { fill, challenge, issue } = mayDo(found, returned);
  const oversees = can(me, "oversee-assessments", { partnershipId: partnership.id });
  return data({ frame: partnershipFrame(found), partnership, flash, today: returned.today, returned, oversees, may: { fill, challenge, extend: issue }, submissionKey: newSubmissionKey() }, { headers: once });
}

export default function Return() {
  const { frame, partnership, flash, oversees, ...shown } = useLoaderData<typeof loader>();
  const { agency, round } = shown.returned;
  const back = oversees ? { href: assessmentsPath(partnership.slug, round.id), text: "Back to the round" } : { href: assessmentsPath(partnership.slug), text: "Back to self-assessments" };
  return (
    <PortalPage frame={frame} current="assessments" back={back} caption={round.title} title={agency} flash={flash}>
      <ReturnPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
