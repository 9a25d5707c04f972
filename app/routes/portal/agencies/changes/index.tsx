import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ChangesPage } from "#app/components/agencies/changes/changes-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listChanges } from "#app/domain/agencies/own/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Proposed changes";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-agencies");
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, flash, changes: await listChanges(member.actor, member.partnership.id) }, { headers: once });
}

export default function Changes() {
  const { frame, partnership, flash, changes } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug), text: "Back to the register" }} caption="Relevant agencies" title={title} flash={flash} wide>
      <ChangesPage slug={partnership.slug} changes={changes} />
    </PortalPage>
  );
}
