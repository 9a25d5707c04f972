import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import type { ProposalView } from "#app/domain/people/proposal-view.ts";
import { describeProposal, describeRule } from "#app/domain/people/proposal-words.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What is proposed, by whom and why, and what it takes. */
export function ProposalFacts({ proposal }: { proposal: ProposalView }) {
  const { appointment, organisation } = proposal;
  return (
    <SummaryList
      rows={[
        { key: "Proposed", value: describeProposal(proposal) },
        ...(appointment ? appointmentRows(appointment) : []),
        { key: "Why", value: proposal.reason },
        { key: "Proposed by", value: `${proposal.proposedBy}, on ${showDate(proposal.proposedOn)}` },
        { key: "What it takes", value: describeRule(proposal.rule, organisation) },
      ]}
    />
  );
}

function appointmentRows({ office, acting, startsOn, terms, replaces }: NonNullable<ProposalView["appointment"]>): SummaryRow[] {
  const row = (key: string, value: string | null | undefined) => (value ? [{ key, value }] : []);
  return [
    { key: "Office", value: acting ? `${office} (acting)` : office },
    { key: "From", value: showDate(startsOn) },
    ...row("In place of", replaces),
    ...row("Why an independent chair (published)", terms.independentReason),
    ...row("Reviewed by", terms.reviewOn && showDate(terms.reviewOn)),
    ...row("Appointed by", terms.appointingBody),
    ...row("Term ends", terms.termEndsOn && showDate(terms.termEndsOn)),
    ...row("Contract ends", terms.contractEndsOn && showDate(terms.contractEndsOn)),
    ...row("Interests declared", terms.interests),
  ];
}
