import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ActionsPage } from "#app/components/actions/actions-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readActionQuery } from "#app/domain/actions/action-query.ts";
import { listActions } from "#app/domain/actions/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Actions";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-actions");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const query = readActionQuery(searchParams);
  const page = /^[1-9]\d{0,5}$/.exec(searchParams.get("page") ?? "")?.[0];
  const list = await listActions(actor, partnership.id, query, page ? Number(page) : 1);
  const may = { record: can(me, "record-actions", { partnershipId: partnership.id }), all: can(me, "read-drafts", { partnershipId: partnership.id }) };
  return data({ frame: partnershipFrame(member), partnership, flash, query, ...list, may }, { headers: once });
}

export default function Actions() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="actions" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title={title} flash={flash} wide>
      <ActionsPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
