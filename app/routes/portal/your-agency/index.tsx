import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ownPath } from "#app/components/agencies/own/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listOwnAgencies } from "#app/domain/agencies/own/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";

const title = "Your agencies";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "edit-own-agency");
  const { actor, partnership } = member;
  const agencies = await listOwnAgencies(actor, partnership.id);
  const [only] = agencies;
  if (only && agencies.length === 1) throw redirectTo(ownPath(partnership.slug, only.id));
  return { frame: partnershipFrame(member), partnership, agencies };
}

export default function YourAgencies() {
  const { frame, partnership, agencies } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption={partnership.name} title={title}>
      {agencies.length === 0 ? (
        <p className="govuk-body">No agency in the register has your post as the one that speaks for it. Ask the business manager to record that you do.</p>
      ) : (
        <>
          <p className="govuk-body">You speak for {String(agencies.length)} agencies here.</p>
          <ul className="govuk-list">
            {agencies.map(({ id, legalName }) => <li key={id}><a className="govuk-link" href={ownPath(partnership.slug, id)}>{legalName}</a></li>)}
          </ul>
        </>
      )}
    </PortalPage>
  );
}
