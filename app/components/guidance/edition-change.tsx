import { Table } from "#app/components/govuk/table.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { EditionChange } from "#app/domain/guidance/compare-editions.ts";
import { inFull } from "#app/domain/guidance/rules.ts";
import { strengthLabels, type GuidanceItem } from "#app/domain/guidance/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface EditionChangeViewProps {
  change: EditionChange;
  /** Titles of the sections that answer an item today; absent where no draft is looked at. */
  answeredBy?: Record<string, string[]>;
}

/** What a newer edition adds, changes and leaves out, with when each comes into force. */
export function EditionChangeView({ change: { added, changed, gone, same }, answeredBy }: EditionChangeViewProps) {
  const sectionsOf = (id: string) => (answeredBy ? [<Answered key="sections" titles={answeredBy[id] ?? []} />] : []);
  const sectionColumn = answeredBy ? [{ label: "Your sections" }] : [];
  return (
    <>
      <h2 className="govuk-heading-m">New ({added.length})</h2>
      {added.length === 0 ? <p className="govuk-body">Nothing is new.</p> : (
        <Table
          caption="New in this edition"
          captionHidden
          columns={[{ label: "What it asks" }, { label: "Must or should" }, { label: "In force" }]}
          rows={added.map((item) => ({ key: item.id, cells: [<Asked key="asked" item={item} />, strengthLabels[item.strength], <InForce key="force" item={item} />] }))}
        />
      )}
      <h2 className="govuk-heading-m">Changed ({changed.length})</h2>
      {changed.length === 0 ? <p className="govuk-body">Nothing else is different.</p> : (
        <Table
          caption="Changed in this edition"
          captionHidden
          columns={[{ label: "What" }, { label: "What is different" }, ...sectionColumn]}
          rows={changed.map(({ item, changes }) => ({
            key: item.id,
            cells: [item.title, <Differences key="changes" changes={changes} />, ...sectionsOf(item.id)],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">No longer asked for ({gone.length})</h2>
      {gone.length === 0 ? <p className="govuk-body">Everything asked for before is still asked for.</p> : (
        <Table
          caption="No longer asked for"
          captionHidden
          columns={[{ label: "What" }, { label: "Was" }, ...sectionColumn]}
          rows={gone.map((item) => ({ key: item.id, cells: [item.title, strengthLabels[item.strength], ...sectionsOf(item.id)] }))}
        />
      )}
      <p className="govuk-body">{same === 1 ? "One item stays" : `${String(same)} items stay`} as {same === 1 ? "it is" : "they are"}.</p>
    </>
  );
}

function Asked({ item }: { item: GuidanceItem }) {
  return <>{item.title}<span className="item-summary">{inFull(item.summary)}</span></>;
}

function InForce({ item }: { item: GuidanceItem }) {
  if (item.inForce) return <>{item.inForceFrom ? `From ${showDate(item.inForceFrom)}` : "Now"}</>;
  return <><Tag text="Not yet in force" tone="yellow" />{(item.inForceFrom ?? item.inForceNote) && <span className="item-summary">{item.inForceFrom ? `From ${showDate(item.inForceFrom)}` : item.inForceNote}</span>}</>;
}

function Differences({ changes }: { changes: EditionChange["changed"][number]["changes"] }) {
  return (
    <>
      {changes.map((change) => (
        <span key={change.fact} className="item-summary">
          {change.fact}: <del>{inFull(change.before)}</del> <ins>{inFull(change.after)}</ins>
        </span>
      ))}
    </>
  );
}

function Answered({ titles }: { titles: readonly string[] }) {
  return <>{titles.length === 0 ? "None" : titles.join("; ")}</>;
}
