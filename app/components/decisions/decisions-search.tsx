import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import type { DecisionQuery } from "#app/domain/decisions/decision-query.ts";
import { decisionMatters, decisionStateLabels, decisionStates, takerLabels, takers } from "#app/domain/decisions/vocabulary.ts";

import { decisionsPath } from "./paths.ts";

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function DecisionsSearch({ slug, query }: { slug: string; query: DecisionQuery }) {
  return (
    <form method="get" action={decisionsPath(slug)} role="search" className="search">
      <Input name="q" type="search" label="Find a decision" labelSize="m" hint="By its number or its words" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        <Select name="state" label="Where it is" defaultValue={query.state ?? ""} items={[{ value: "", text: "All" }, ...decisionStates.map((state) => ({ value: state, text: decisionStateLabels[state] }))]} />
        <Select name="matter" label="About" defaultValue={query.matter ?? ""} items={[{ value: "", text: "Anything" }, ...decisionMatters.map(({ id, label }) => ({ value: id, text: label }))]} />
        <Select name="by" label="Who decides" defaultValue={query.by ?? ""} items={[{ value: "", text: "Anybody" }, ...takers.map((by) => ({ value: by, text: takerLabels[by] }))]} />
        <Select name="shown" label="For whom" defaultValue={query.shown ?? ""} items={[{ value: "", text: "All" }, { value: "public", text: "Public" }, { value: "private", text: "Not public" }]} />
      </div>
      <Button>Search</Button>
    </form>
  );
}
