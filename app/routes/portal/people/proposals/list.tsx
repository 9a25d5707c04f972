import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { Table } from "#app/components/govuk/table.tsx";
import { OfficePage } from "#app/components/people/office-page.tsx";
import { listProposals } from "#app/domain/people/proposal-queries.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { proposalStatusLabels } from "#app/domain/people/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-proposals");
  return data({ frame: partnershipFrame(member), partnership: member.partnership, proposals: await listProposals(member.actor, member.partnership.id) });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Proposals", partnership: page?.partnership.name, hidden: true });

export default function Proposals() {
  const { frame, partnership, proposals } = useLoaderData<typeof loader>();
  const people = `/portal/${partnership.slug}/people`;
  return (
    <OfficePage frame={frame} back={{ href: people, text: "Back to People" }} caption={partnership.name} title="Proposals">
      {proposals.length === 0 ? (
        <p className="govuk-body">Nothing has been proposed. A lead safeguarding partner (LSP) or the business manager proposes who leads, chairs or scrutinises: see <a className="govuk-link" href={people}>People</a>.</p>
      ) : (
        <Table
          caption="Proposals, the open ones first"
          captionHidden
          columns={[{ label: "Proposed" }, { label: "On" }, { label: "State" }]}
          rows={proposals.map((proposal) => ({
            key: proposal.id,
            cells: [
              <a key="what" className="govuk-link" href={`${people}/proposals/${proposal.id}`}>{describeProposal(proposal)}</a>,
              showDate(proposal.proposedOn),
              proposal.status === "open" ? `${proposalStatusLabels.open}: ${String(proposal.agreed)} of ${String(proposal.needed)} so far` : `${proposalStatusLabels[proposal.status]}${proposal.closedOn ? `, ${showDate(proposal.closedOn)}` : ""}`,
            ],
          }))}
        />
      )}
    </OfficePage>
  );
}
