import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { inFull } from "#app/domain/guidance/rules.ts";
import { confidenceLabels, strengthLabels, type GuidanceItem } from "#app/domain/guidance/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What one document must and should contain. */
export function GuidanceItems({ id, title, items }: { id: string; title: string; items: readonly GuidanceItem[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>{title}</h2>
      <Table
        caption={title}
        captionHidden
        columns={[{ label: "What" }, { label: "Must or should" }, { label: "Source" }]}
        rows={items.map((item) => ({
          key: item.id,
          cells: [<What key="what" item={item} />, <Strength key="strength" item={item} />, <Source key="source" item={item} />],
        }))}
      />
    </section>
  );
}

function What({ item }: { item: GuidanceItem }) {
  return (
    <>
      {item.title}
      <span className="item-summary">{inFull(item.summary)}</span>
      {item.condition && <span className="item-summary">Applies: {item.condition}</span>}
    </>
  );
}

function Strength({ item }: { item: GuidanceItem }) {
  const since = [item.inForceFrom && `from ${showDate(item.inForceFrom)}`, item.inForceNote].filter(Boolean).join("; ");
  return (
    <>
      {strengthLabels[item.strength]}
      {!item.inForce && <> <Tag text="Not yet in force" tone="yellow" /></>}
      {since && <span className="item-summary">In force: {since}</span>}
    </>
  );
}

function Source({ item }: { item: GuidanceItem }) {
  return (
    <>
      {inFull(item.basis)}
      <span className="item-summary">{confidenceLabels[item.confidence]}</span>
    </>
  );
}

export interface GuidanceDatesProps {
  dates: readonly { title: string; date: string | null; rule: string | null; days: number | null; confidence: GuidanceItem["confidence"] }[];
}

/** The dates that an edition sets. */
export function GuidanceDates({ dates }: GuidanceDatesProps) {
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="dates">
      <h2 className="govuk-heading-m" id="dates">Dates</h2>
      <Table
        caption="Dates that this edition sets"
        captionHidden
        columns={[{ label: "What" }, { label: "When" }, { label: "Our wording" }]}
        rows={dates.map((entry) => ({
          key: entry.title,
          cells: [entry.title, [entry.date && `By ${showDate(entry.date)}`, entry.days !== null && `within ${String(entry.days)}`, entry.rule].filter(Boolean).join(" "), confidenceLabels[entry.confidence]],
        }))}
      />
    </section>
  );
}
