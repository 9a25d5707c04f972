import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { standingKinds, documentWords } from "#app/domain/documents/vocabulary.ts";
import { searchPath, type TextQuery } from "#app/domain/publication/text-search.ts";

interface TextSearchProps {
  query: TextQuery;
  partnerships: readonly { slug: string; name: string }[];
}

/** Words and filters: a GET form, so that a search can be shared and works without a script. */
export function TextSearchForm({ query, partnerships }: TextSearchProps) {
  return (
    <form method="get" action="/search" role="search" className="search">
      <Input name="q" type="search" label="Words to find" labelSize="m" hint="Put words in “quotation marks” to find them together. Put a minus sign before a word to leave it out" defaultValue={query.q} spellCheck={false} />
      <Select name="partnership" label="Partnership" defaultValue={query.partnership ?? ""} items={[{ value: "", text: "Every partnership" }, ...partnerships.map(({ slug, name }) => ({ value: slug, text: name }))]} />
      <Select name="kind" label="Document" defaultValue={query.kind ?? ""} items={[{ value: "", text: "Every document" }, ...standingKinds.map((kind) => ({ value: kind, text: documentWords(kind).name }))]} />
      <Checkboxes name="earlier" items={[{ value: "yes", text: "Include earlier versions" }]} defaultValues={query.earlier ? ["yes"] : []} small />
      <Button>Search</Button>
    </form>
  );
}

/** What narrows or widens the search now, each with a link that takes it away. */
export function TextFilters({ query, partnerships }: TextSearchProps) {
  const { partnership, kind, earlier } = query;
  const tags = [
    partnership && { text: partnerships.find((each) => each.slug === partnership)?.name ?? partnership, href: searchPath({ ...query, partnership: null }) },
    kind && { text: documentWords(kind).name, href: searchPath({ ...query, kind: null }) },
    earlier && { text: "Earlier versions too", href: searchPath({ ...query, earlier: false }) },
  ];
  return <FilterTags tags={tags} />;
}
