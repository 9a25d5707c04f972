import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ChangePage } from "#app/components/agencies/changes/change-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireChange } from "./require-change.server.ts";

const title = "A proposed change";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireChange(request, params, "read-agencies");
  const { me, partnership, change } = member;
  return { frame: partnershipFrame(member), partnership, change, mayDecide: can(me, "edit-agencies", { partnershipId: partnership.id }), submissionKey: newSubmissionKey() };
}

export default function ProposedChange() {
  const { frame, partnership, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug, "changes"), text: "Back to proposed changes" }} caption={shown.change.legalName} title={title}>
      <ChangePage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
