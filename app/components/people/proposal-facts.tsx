import { SummaryList, type SummaryRow } from "#app/components/govuk/summary-list.tsx";
import type { ProposalView } from "#app/domain/people/proposal-view.ts";
import { describeProposal, describeRule } from "#app/domain/people/proposal-words.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What is proposed, by whom and why, and what it takes. */
export function ProposalFacts({ proposal }: { proposal: ProposalView }) {
  const { appointment, organisation, partner } = proposal;
  return (
    <SummaryList
      rows={[
        { key: "Proposed", value: describeProposal(proposal) },
        ...(appointment ? appointmentRows(appointment) : []),
        ...(partner ? partnerRows(partner) : []),
        { key: partner ? "Why (published)" : "Why", value: proposal.reason },
        { key: "Proposed by", value: `${proposal.proposedBy}, on ${showDate(proposal.proposedOn)}` },
        { key: "What it takes", value: describeRule(proposal.rule, organisation) },
      ]}
    />
  );
}

function partnerRows({ on, carries, mergesInto }: NonNullable<ProposalView["partner"]>): SummaryRow[] {
  return [
    { key: "From", value: showDate(on) },
    ...(carries ? [{ key: "Who goes on", value: `The lead and the delegate of ${carries}` }] : []),
    ...(mergesInto ? [{ key: "Joins", value: `The seat that ${mergesInto} has already` }] : []),
    { key: "What follows", value: "It changes who must sign. Versions that await signatures are closed on the day. It is published with its reason." },
  ];
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
