import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ChallengePage } from "#app/components/agencies/assessments/challenge-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { mayDo, requireChallenge } from "../require.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Challenge: ${page.standard.title}` : "Challenge", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireChallenge(request, params, "read-assessments");
  const { partnership, challenge, returned, standard } = found;
  const { flash, headers: once } = readFlash(request);
  const { fill, challenge: mayChallenge } = mayDo(found, returned);
  return data({ frame: partnershipFrame(found), partnership, flash, today: returned.today, challenge, returned, standard, may: { answer: fill, challenge: mayChallenge } }, { headers: once });
}

export default function Challenge() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug, "returns", shown.returned.id), text: "Back to the return" }} caption={`Challenge, ${shown.returned.agency}`} title={shown.standard.title} flash={flash}>
      <ChallengePage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
