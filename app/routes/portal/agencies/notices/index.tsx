import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { NoticesPage } from "#app/components/agencies/notices/notices-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readNoticeQuery } from "#app/domain/agencies/notices/notice-query.ts";
import { findNotices } from "#app/domain/agencies/notices/queries.server.ts";
import { messagesGo } from "#app/domain/notifications/mail-is-sent.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Acknowledgement", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-agencies");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const query = readNoticeQuery(searchParams);
  const notices = await findNotices(actor, partnership.id, query, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1);
  const subject = { partnershipId: partnership.id };
  return data({ frame: partnershipFrame(member), partnership, flash, query, notices, mailGoes: messagesGo(), may: { edit: can(me, "edit-agencies", subject), tell: can(me, "tell-agencies", subject) } }, { headers: once });
}

export default function Acknowledgement() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug), text: "Back to the register" }} caption="Relevant agencies" title="Acknowledgement" flash={flash} wide>
      <NoticesPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
