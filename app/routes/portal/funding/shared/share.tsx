import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { OfferAnswer, OfferFacts } from "#app/components/funding/shared/offer-facts.tsx";
import { sharedPath, sharePath } from "#app/components/funding/shared/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireOffer } from "./require-shared.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOffer(request, params, "read-drafts");
  const { me, partnership, offer } = member;
  const { flash, headers } = readFlash(request);
  const waits = offer.state === "proposed" && !offer.withdrawnAt;
  return data({ frame: partnershipFrame(member), partnership, offer, waits, mayAnswer: can(me, "edit-funding", { partnershipId: partnership.id }), flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: `Our share of what ${page?.offer.contributor ?? "one payer"} gives`, partnership: page?.partnership.name, hidden: true });

export default function Share() {
  const { frame, partnership, offer, waits, mayAnswer, flash } = useLoaderData<typeof loader>();
  return (
    <FundingPage wide frame={frame} flash={flash} back={{ href: sharedPath(partnership.slug), text: "Back to one payer for several partnerships" }} caption={showYear(offer.year)} title={`Our share of what ${offer.contributor} gives`}>
      <OfferAnswer offer={offer} />
      <OfferFacts offer={offer} />
      {waits && mayAnswer && (
        <ButtonGroup>
          <Button href={sharePath(partnership.slug, offer.id, "accept")}>Accept our share</Button>
          <Button href={sharePath(partnership.slug, offer.id, "decline")} variant="secondary">Decline it</Button>
        </ButtonGroup>
      )}
      {waits && !mayAnswer && <p className="govuk-body">The business manager accepts or declines it.</p>}
    </FundingPage>
  );
}
