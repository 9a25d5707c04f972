import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActionPage } from "#app/components/actions/action-page.tsx";
import { shortened } from "#app/components/actions/actions-table.tsx";
import { actionsPath } from "#app/components/actions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireAction } from "./require-action.server.ts";

const longestHeading = 120;

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? shortened(page.action.what, 60) : "Action", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAction(request, params, "read-actions");
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, flash, action: member.action }, { headers: once });
}

export default function Action() {
  const { frame, partnership, flash, action } = useLoaderData<typeof loader>();
  const heading = shortened(action.what, longestHeading);
  return (
    <PortalPage frame={frame} current="actions" back={{ href: actionsPath(partnership.slug), text: "Back to the actions" }} caption={`Action, ${action.agency ?? action.owner}`} title={heading} flash={flash}>
      <ActionPage slug={partnership.slug} action={action} heading={heading} />
    </PortalPage>
  );
}
