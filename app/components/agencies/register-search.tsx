import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { attentionLabels, attentions, type RegisterQuery } from "#app/domain/agencies/register-query.ts";
import { agencySectorLabels, agencySectors, agencyStatuses, agencyStatusLabels } from "#app/domain/agencies/vocabulary.ts";

import { agenciesPath } from "./paths.ts";

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function RegisterSearch({ slug, query }: { slug: string; query: RegisterQuery }) {
  const any = { value: "", text: "All" };
  return (
    <form method="get" action={agenciesPath(slug)} role="search" className="search">
      <Input name="q" type="search" label="Find an agency" labelSize="m" hint="By its name, trust, number or category" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        <Select name="sector" label="Kind of work" defaultValue={query.sector ?? ""} items={[any, ...agencySectors.map((sector) => ({ value: sector, text: agencySectorLabels[sector] }))]} />
        <Select name="status" label="Status" defaultValue={query.status ?? ""} items={[any, ...agencyStatuses.map((status) => ({ value: status, text: agencyStatusLabels[status] }))]} />
        <Select name="attention" label="What it wants" defaultValue={query.attention ?? ""} items={[{ value: "", text: "Anything or nothing" }, ...attentions.map((attention) => ({ value: attention, text: attentionLabels[attention] }))]} />
      </div>
      <Button>Search</Button>
    </form>
  );
}
