import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { RoundsPage } from "#app/components/agencies/assessments/rounds-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listAskable, listOwnReturns, listRounds } from "#app/domain/agencies/assessments/round-queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Self-assessments";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-assessments");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const subject = { partnershipId: partnership.id };
  const { today } = await listAskable(actor, partnership.id);
  return data(
    {
      frame: partnershipFrame(member),
      partnership,
      flash,
      today,
      rounds: can(me, "oversee-assessments", subject) ? await listRounds(actor, partnership.id) : null,
      own: await listOwnReturns(actor, partnership.id),
      may: { issue: can(me, "issue-assessments", subject), answer: can(me, "answer-assessments", subject) },
    },
    { headers: once },
  );
}

export default function Assessments() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title={title} flash={flash} wide>
      <RoundsPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
