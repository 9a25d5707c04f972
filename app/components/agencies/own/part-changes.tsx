import { Table } from "#app/components/govuk/table.tsx";
import type { AgencyChange, PartialValues } from "#app/domain/agencies/own/change-view.ts";
import { ownPartLabels } from "#app/domain/agencies/own/vocabulary.ts";

const nothing = <span className="muted">Nothing</span>;

/** What a proposed change would make of a record, before beside after. */
export function PartChanges({ change: { parts, before, after }, now }: { change: AgencyChange; now?: PartialValues }) {
  const value = (values: PartialValues, part: (typeof parts)[number]) => values[part] ?? nothing;
  return (
    <Table
      caption="What would change"
      captionHidden
      columns={[{ label: "What" }, { label: now ? "Now" : "Before" }, { label: "As it should be" }]}
      rows={parts.map((part) => ({ key: part, cells: [ownPartLabels[part], value(now ?? before, part), value(after, part)] }))}
    />
  );
}
