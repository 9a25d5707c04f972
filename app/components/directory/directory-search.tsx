import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { directoryPath, type DirectoryQuery, entryKindLabels, entryKinds, entryStateLabels, entryStates } from "#app/domain/publication/who-holds-what.ts";

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function DirectorySearch({ query }: { query: DirectoryQuery }) {
  return (
    <form method="get" action="/directory" role="search" className="search">
      <Input name="q" type="search" label="Find a body, a person or a post" labelSize="m" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        <Select name="kind" label="Show" defaultValue={query.kind ?? ""} items={[{ value: "", text: "Everybody" }, ...entryKinds.map((kind) => ({ value: kind, text: entryKindLabels[kind].many }))]} />
        <Select name="state" label="Where" defaultValue={query.state ?? ""} items={[{ value: "", text: "In any state" }, ...entryStates.map((state) => ({ value: state, text: entryStateLabels[state] }))]} />
      </div>
      <Button>Search</Button>
    </form>
  );
}

/** What narrows the list now, each with a link that takes it away. */
export function DirectoryFilters({ query }: { query: DirectoryQuery }) {
  const { q, kind, state } = query;
  const tags = [
    q && { text: `“${q}”`, href: directoryPath({ ...query, q: "" }) },
    kind && { text: entryKindLabels[kind].many, href: directoryPath({ ...query, kind: null }) },
    state && { text: entryStateLabels[state], href: directoryPath({ ...query, state: null }) },
  ];
  return <FilterTags tags={tags} />;
}
