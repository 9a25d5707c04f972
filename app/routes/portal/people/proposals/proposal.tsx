import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FlashBanner } from "#app/components/frame/flash-banner.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { OpenBusiness } from "#app/components/people/open-business.tsx";
import { ProposalFacts } from "#app/components/people/proposal-facts.tsx";
import { SeatAnswers } from "#app/components/people/seat-answers.tsx";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { proposalStatusLabels } from "#app/domain/people/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireProposal } from "./require-proposal.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireProposal(request, params, "read-proposals");
  const { flash, headers } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, proposal: member.proposal, here: member.here, flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Proposal: ${describeProposal(page.proposal)}` : "Proposal", partnership: page?.partnership.name, hidden: true });

export default function Proposal() {
  const { frame, partnership, proposal, here, flash } = useLoaderData<typeof loader>();
  const { status, closedOn, closedBy, closedReason, may } = proposal;
  return (
    <OfficePage frame={frame} back={{ href: `/portal/${partnership.slug}/people`, text: "Back to People" }} caption="Proposal" title={describeProposal(proposal)}>
      <FlashBanner flash={flash} />
      <p className="govuk-body-l">{status === "open" ? `Waiting for agreement: ${String(proposal.agreed)} of ${String(proposal.needed)} so far` : `${proposalStatusLabels[status]}${closedOn ? `, ${showDate(closedOn)}` : ""}`}</p>
      {closedReason && <InsetText><p>{closedReason}</p>{closedBy && <p className="muted">{status === "lapsed" ? `Found by ${closedBy}` : closedBy}</p>}</InsetText>}
      <SeatAnswers proposal={proposal} here={here} />
      <ProposalFacts proposal={proposal} />
      {proposal.open && <OpenBusiness open={proposal.open} from={proposal.appointment?.replaces ?? null} />}
      {may.decline && <p className="govuk-body"><a className="govuk-link" href={`${here}/decline`}>Decline, with a reason</a></p>}
      {may.withdraw && <p className="govuk-body"><a className="govuk-link" href={`${here}/withdraw`}>Withdraw this proposal</a></p>}
    </OfficePage>
  );
}
