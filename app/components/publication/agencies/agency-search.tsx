import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { agencySectorLabels, agencySectors } from "#app/domain/agencies/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PublishedCategory } from "#app/domain/publication/agencies.ts";
import { agencyListPath, type AgencyListQuery } from "#app/domain/publication/agency-list.ts";

interface AgencySearchProps {
  slug: string;
  query: AgencyListQuery;
  /** Of the agencies listed. */
  categories: readonly PublishedCategory[];
}

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function AgencySearch({ slug, query, categories }: AgencySearchProps) {
  const sectors = agencySectors.filter((sector) => categories.some((each) => each.sector === sector));
  return (
    <form method="get" action={pathTo.agencies(slug)} role="search" className="search">
      <Input name="q" type="search" label="Find a school, service or charity" labelSize="m" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        <Select name="sector" label="Kind of work" defaultValue={query.sector ?? ""} items={[{ value: "", text: "All" }, ...sectors.map((sector) => ({ value: sector, text: agencySectorLabels[sector] }))]} />
        <Select name="category" label="Category" defaultValue={query.category ?? ""} items={[{ value: "", text: "All" }, ...categories.map(({ id, title }) => ({ value: id, text: title }))]} />
      </div>
      <Button>Search</Button>
    </form>
  );
}

/** What narrows the list now, each with a link that takes it away. */
export function AgencyFilters({ slug, query, categories }: AgencySearchProps) {
  const category = categories.find((each) => each.id === query.category)?.title ?? query.category;
  return (
    <FilterTags
      tags={[
        query.q && { text: `“${query.q}”`, href: agencyListPath(slug, { ...query, q: "" }) },
        query.sector && { text: agencySectorLabels[query.sector], href: agencyListPath(slug, { ...query, sector: null }) },
        category && { text: category, href: agencyListPath(slug, { ...query, category: null }) },
      ]}
    />
  );
}
