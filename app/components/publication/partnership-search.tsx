import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { filterLabels, type ShownFilter } from "#app/domain/publication/search.ts";

/** Finds an area: a GET form, so that a result can be shared and works without a script. */
export function PartnershipSearch({ query, filter }: { query: string; filter: ShownFilter | null }) {
  return (
    <form method="get" action="/" role="search" className="search">
      <Input name="q" type="search" label="Find your area" labelSize="m" hint="The name of a council, a partnership, or an NHS or police body" defaultValue={query} spellCheck={false} />
      {filter && <input type="hidden" name="show" value={filter} />}
      <Button>Search</Button>
    </form>
  );
}

/** What narrows the list now, each with a link that takes it away. */
export function ActiveFilters({ query, filter }: { query: string; filter: ShownFilter | null }) {
  const search = (parameters: Record<string, string>) => `/?${new URLSearchParams(parameters).toString()}`.replace(/\?$/, "");
  return <FilterTags tags={[query && { text: `“${query}”`, href: search(filter ? { show: filter } : {}) }, filter && { text: filterLabels[filter], href: search(query ? { q: query } : {}) }]} />;
}
