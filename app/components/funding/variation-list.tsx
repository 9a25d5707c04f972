import { Table } from "#app/components/govuk/table.tsx";
import type { VariationView } from "#app/domain/funding/funding-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

/** The changes in the year since the budget was signed. */
export function VariationList({ variations }: { variations: readonly VariationView[] }) {
  return (
    <Table
      caption="Changes in the year"
      captionHidden
      columns={[{ label: "Line" }, { label: "From" }, { label: "Before", format: "numeric" }, { label: "After", format: "numeric" }, { label: "Why" }]}
      rows={variations.map(({ id, line, on, before, after, reason, office, awaitsSignature }) => ({
        key: id,
        cells: [
          line,
          showDate(on),
          showMoney(before),
          showMoney(after),
          <>
            {reason} <span className="muted">({office})</span>
            {awaitsSignature && <><br /><strong>Counts once a new version of the budget is signed</strong></>}
          </>,
        ],
      }))}
    />
  );
}
