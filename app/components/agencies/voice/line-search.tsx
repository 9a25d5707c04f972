import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { type LineQuery, lineSearch } from "#app/domain/agencies/voice/line-query.ts";
import { settingLabels, settings } from "#app/domain/agencies/voice/vocabulary.ts";

/** Words and a kind of setting: a GET form, so that what is found can be shared and works without a script. */
export function LineSearch({ path, query, label }: { path: string; query: LineQuery; label: string }) {
  return (
    <form method="get" action={path} role="search" className="search">
      <Input name="q" type="search" label={label} labelSize="m" hint="By its name, trust or category" defaultValue={query.q} spellCheck={false} />
      <Select name="setting" label="Kind" defaultValue={query.setting ?? ""} items={[{ value: "", text: "All" }, ...settings.map((setting) => ({ value: setting, text: settingLabels[setting].label }))]} />
      <Button>Search</Button>
    </form>
  );
}

/** How many were found, and what narrows them, each with a link that takes it away. */
export function LinesFound({ path, query, found, words }: { path: string; query: LineQuery; found: number; words: string }) {
  return (
    <>
      <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 agency" : `${found.toLocaleString("en-GB")} agencies`} {words}</h2>
      <FilterTags
        tags={[
          query.q && { text: `“${query.q}”`, href: path + lineSearch({ ...query, q: "" }) },
          query.setting && { text: settingLabels[query.setting].label, href: path + lineSearch({ ...query, setting: null }) },
        ]}
      />
    </>
  );
}
