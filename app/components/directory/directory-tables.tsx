import { Table } from "#app/components/govuk/table.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { type DirectoryEntry, type EntryKind, entryKindLabels, entryKinds, type HeldOffice, sharedOffices } from "#app/domain/publication/who-holds-what.ts";

import { OfficeLine } from "./office-line.tsx";

/** The entries of one page of the directory, a table for each kind. */
export function DirectoryTables({ entries }: { entries: readonly DirectoryEntry[] }) {
  const groups = entryKinds.map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind) })).filter((group) => group.entries.length > 0);
  return (
    <div className="directory">
      {groups.map(({ kind, entries: ofKind }) => (kind === "chair" || kind === "scrutineer" ? <PostsTable key={kind} kind={kind} entries={ofKind} /> : <BodiesTable key={kind} kind={kind} entries={ofKind} />))}
    </div>
  );
}

interface TableOf {
  kind: EntryKind;
  entries: readonly DirectoryEntry[];
}

function BodiesTable({ kind, entries }: TableOf) {
  return (
    <Table
      caption={entryKindLabels[kind].many}
      columns={[{ label: "Body" }, { label: "Lead" }, { label: "Delegate" }, { label: "Sits in" }]}
      rows={entries.map((entry) => ({
        key: entry.key,
        cells: [entry.name, <Offices key="lead" entry={entry} role="lsp" />, <Offices key="delegate" entry={entry} role="dsp" />, <Places key="places" entry={entry} />],
      }))}
    />
  );
}

function PostsTable({ kind, entries }: TableOf & { kind: "chair" | "scrutineer" }) {
  return (
    <Table
      caption={entryKindLabels[kind].many}
      columns={[{ label: "Partnership" }, { label: "Held by" }]}
      rows={entries.map((entry) => ({ key: entry.key, cells: [<Places key="places" entry={entry} />, <Offices key="holder" entry={entry} role={kind} />] }))}
    />
  );
}

/** Who holds it: said once where it is the same in every partnership, and with the partnership where it is not. */
function Offices({ entry, role }: { entry: DirectoryEntry; role: HeldOffice["role"] }) {
  const shared = sharedOffices(entry, role);
  return shared.map(({ post, partnerships }) => (
    <div key={partnerships.map(({ slug }) => slug).join(" ")} className="held">
      <OfficeLine post={post} title={entry.name} />
      {shared.length > 1 && <div className="muted">in {new Intl.ListFormat("en-GB").format(partnerships.map(({ name }) => shortName(name)))}</div>}
    </div>
  ));
}

function Places({ entry: { places } }: { entry: DirectoryEntry }) {
  return (
    <>
      {places.length > 1 && <div className="muted">{places.length} partnerships</div>}
      {places.map(({ partnership }) => <div key={partnership.slug}><a className="govuk-link" href={pathTo.people(partnership.slug)}>{shortName(partnership.name)}</a></div>)}
    </>
  );
}

/** "Northmoor", out of "Northmoor Safeguarding Children Partnership": the rest is the same in each row. */
function shortName(name: string): string {
  return name.replace(/ safeguarding children(['’]s)? (partnership|board)$/i, "");
}
