import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { sharedPath } from "#app/components/funding/shared/paths.ts";
import { HostedTable, OfferedTable } from "#app/components/funding/shared/shared-lists.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listShared } from "#app/domain/funding/shared/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "One payer for several partnerships";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-drafts");
  const { actor, me, partnership } = member;
  const { flash, headers } = readFlash(request);
  const { hosted, offered } = await listShared(actor, partnership.id);
  return data({ frame: partnershipFrame(member), partnership, hosted, offered, mayEdit: can(me, "edit-funding", { partnershipId: partnership.id }), flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export default function SharedContributions() {
  const { frame, partnership, hosted, offered, mayEdit, flash } = useLoaderData<typeof loader>();
  const waiting = offered.filter((offer) => offer.state === "proposed" && !offer.withdrawnAt).length;
  return (
    <FundingPage wide frame={frame} flash={flash} back={{ href: fundingPath(partnership.slug), text: "Back to funding" }} caption={partnership.name} title={title}>
      <p className="govuk-body">Some bodies pay one amount for several partnerships: a mayor who pays the police’s share everywhere, say. One partnership, the host, enters it once and it is divided. Each of the others accepts its share, which then is a line of its own budget.</p>
      <h2 className="govuk-heading-m">Shares offered to us</h2>
      {offered.length > 0 && <p className="govuk-body">{waiting === 0 ? "None waits for an answer." : waiting === 1 ? "One waits for an answer." : `${String(waiting)} wait for an answer.`}</p>}
      {offered.length > 0 ? <OfferedTable slug={partnership.slug} offered={offered} /> : <p className="govuk-body">None yet. When another partnership enters an amount of which a share is ours, it stands here for the business manager to accept or decline.</p>}
      <h2 className="govuk-heading-m">Amounts that we host</h2>
      {hosted.length > 0 ? <HostedTable slug={partnership.slug} hosted={hosted} /> : <p className="govuk-body">None yet. Enter an amount here when one body pays for several partnerships and ours keeps the record for all of them.</p>}
      {mayEdit && <Button href={sharedPath(partnership.slug, "new")}>Enter an amount for several partnerships</Button>}
    </FundingPage>
  );
}
