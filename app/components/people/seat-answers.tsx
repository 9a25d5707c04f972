import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { ProposalView } from "#app/domain/people/proposal-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Each seat that is asked, and its answer. */
export function SeatAnswers({ proposal, here }: { proposal: ProposalView; here: string }) {
  const isOpen = proposal.status === "open";
  return (
    <Table
      caption="Who agrees"
      columns={[{ label: "Seat" }, { label: "Lead today" }, { label: "Answer" }]}
      rows={proposal.seats.map((seat) => ({
        key: seat.seatId,
        cells: [
          seat.organisation,
          seat.lead ?? "Vacant",
          seat.agreed ? (
            <><Tag text="Agreed" tone="green" /> {seat.agreed.name}, {showDate(seat.agreed.on)}</>
          ) : seat.mine ? (
            <a className="govuk-link" href={`${here}/agree/${seat.seatId}`}>Agree for {seat.organisation}</a>
          ) : (
            <Tag text={isOpen ? "Not yet" : proposal.status === "carried-out" ? "Was not needed" : "Had not agreed"} tone="grey" />
          ),
        ],
      }))}
    />
  );
}
