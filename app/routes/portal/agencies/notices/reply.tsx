import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ReplyPage } from "#app/components/agencies/notices/reply-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { replyKindLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireReply } from "./require-reply.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? replyKindLabels[page.reply.kind] : "What an agency wrote", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireReply(request, params, "read-agencies");
  const { me, partnership, reply, path } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, reply, path, mayDecide: can(me, "edit-agencies", { partnershipId: partnership.id }), submissionKey: newSubmissionKey() }, { headers: once });
}

export default function Reply() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug, shown.reply.membershipId), text: "Back to the agency" }} caption={shown.reply.legalName} title={replyKindLabels[shown.reply.kind]} flash={flash}>
      <ReplyPage {...shown} />
    </PortalPage>
  );
}
