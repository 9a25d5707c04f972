import { NeedsList } from "#app/components/facts/needs-list.tsx";
import type { OpenProposal } from "#app/domain/people/people-view.ts";

/** The proposals that wait for agreement, those that wait for this person first. Nothing when there is none. */
export function WaitingProposals({ slug, proposals }: { slug: string; proposals: readonly OpenProposal[] | null }) {
  if (!proposals || proposals.length === 0) return null;
  const inOrder = [...proposals].sort((a, b) => Number(b.mine) - Number(a.mine));
  return (
    <section aria-labelledby="proposed">
      <h2 className="govuk-heading-m" id="proposed">Proposed, waiting for agreement</h2>
      <NeedsList
        needs={inOrder.map(({ id, what, agreed, needed, mine }) => ({
          text: mine ? `Agree or decline: ${what}` : what,
          href: `/portal/${slug}/people/proposals/${id}`,
          about: `${String(agreed)} of ${String(needed)} agreed`,
          ...(mine ? { due: { text: "Waits for you", tone: "yellow" as const } } : {}),
        }))}
      />
    </section>
  );
}
