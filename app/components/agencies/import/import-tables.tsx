import { ValueCell } from "#app/components/file-import/value-cell.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { Attention, ChangedAgency, NewAgency } from "#app/domain/agencies/import/import-view.ts";

import { agenciesPath } from "../paths.ts";

/** Each field that would change, before and after. */
export function ChangesTable({ slug, caption, changes }: { slug: string; caption: string; changes: readonly ChangedAgency[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: "Agency" }, { label: "What" }, { label: "Before" }, { label: "After" }]}
      rows={changes.flatMap(({ row, membershipId, name, fields }) => fields.map(({ label, before, after }) => ({
        key: `${String(row)} ${label}`,
        cells: [<><a className="govuk-link" href={agenciesPath(slug, membershipId)}>{name}</a><span className="muted"><br />Row {row}</span></>, label, <ValueCell key="before" text={before} />, <ValueCell key="after" text={after} />],
      })))}
    />
  );
}

/** Agencies that would be proposed. */
export function AddedTable({ added }: { added: readonly NewAgency[] }) {
  return (
    <Table
      caption="New agencies"
      captionHidden
      columns={[{ label: "Agency" }, { label: "Number" }, { label: "Category" }, { label: "Type" }, { label: "Part of" }]}
      rows={added.map(({ row, name, number, kind, phase, parent, category, keptElsewhere }) => ({
        key: String(row),
        cells: [
          <>{name}<span className="muted"><br />Row {row}{keptElsewhere && ". Another partnership has it too: its name is kept there"}</span></>,
          <ValueCell key="number" text={number} />,
          category,
          <ValueCell key="kind" text={[kind, phase].filter(Boolean).join(", ")} />,
          <ValueCell key="parent" text={parent ?? undefined} />,
        ],
      }))}
    />
  );
}

/** What the file shows that only a person can decide. */
export function AttentionTable({ slug, attention }: { slug: string; attention: readonly Attention[] }) {
  return (
    <Table
      caption="For a person to decide"
      captionHidden
      columns={[{ label: "Agency" }, { label: "What the file shows" }]}
      rows={attention.map(({ name, membershipId, what }, at) => ({
        key: String(at),
        cells: [membershipId ? <a key="name" className="govuk-link" href={agenciesPath(slug, membershipId)}>{name}</a> : name, `${what}.`],
      }))}
    />
  );
}
