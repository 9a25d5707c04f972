import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ActionPage } from "#app/components/agencies/assessments/action-page.tsx";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { mayDo, requireAction } from "../require.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.action.what.slice(0, 60) ?? "Action", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireAction(request, params, "read-assessments");
  const { partnership, action } = found;
  const { flash, headers: once } = readFlash(request);
  const { fill, challenge, issue } = mayDo(found, action);
  return data({ frame: partnershipFrame(found), partnership, flash, today: action.today, action, may: { work: fill, close: challenge, move: issue } }, { headers: once });
}

export default function Action() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug, "actions"), text: "Back to actions" }} caption={`Action, ${shown.action.agency}`} title={shown.action.what} flash={flash}>
      <ActionPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
