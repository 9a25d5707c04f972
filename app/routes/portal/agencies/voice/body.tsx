import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { BodyPage } from "#app/components/agencies/voice/body-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireBody } from "./require-body.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.body.legalName ?? "A body that speaks for others", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, query, body, found, list } = await requireBody(request, params, "read-agencies");
  const { me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, body, query, found, list, mayRecord: can(me, "record-voice", { partnershipId: partnership.id }) }, { headers: once });
}

export default function RepresentativeBody() {
  const { frame, partnership, flash, body, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug, "voice"), text: "Back to who speaks for whom" }} caption="A body that speaks for others" title={body.legalName} flash={flash} wide>
      <BodyPage slug={partnership.slug} body={body} {...shown} />
    </PortalPage>
  );
}
