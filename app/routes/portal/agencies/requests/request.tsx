import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requestsPath } from "#app/components/agencies/requests/paths.ts";
import { RequestPage } from "#app/components/agencies/requests/request-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireRequest } from "./require-request.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Request ${String(page.request.number)} for information` : "Request for information", partnership: page?.partnership.name, hidden: true });

export async function loader({ request: asked, params }: LoaderFunctionArgs) {
  const member = await requireRequest(asked, params, "read-information-requests");
  const { me, partnership, request, steps, today, own } = member;
  const { flash, headers: once } = readFlash(asked);
  const may = (permission: Parameters<typeof can>[1]) => can(me, permission, { partnershipId: partnership.id });
  return data(
    { frame: partnershipFrame(member), partnership, flash, today, request, steps, may: { record: may("record-information-requests"), answer: own && may("answer-information-requests"), readRegister: may("read-agencies") } },
    { headers: once },
  );
}

export default function Request() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  const { number, recipient } = shown.request;
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: requestsPath(partnership.slug), text: "Back to the requests" }} caption={`Request ${String(number)} for information`} title={recipient} flash={flash}>
      <RequestPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
