import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { actionFilterLabels, actionFilters, type ActionQuery } from "#app/domain/actions/action-query.ts";
import { originKinds, origins } from "#app/domain/actions/origins.ts";

import { actionsPath } from "./paths.ts";

interface ActionsSearchProps {
  slug: string;
  query: ActionQuery;
  owners: readonly { id: string; name: string }[];
  /** Whether the reader sees others’ actions, too. */
  all: boolean;
}

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function ActionsSearch({ slug, query, owners, all }: ActionsSearchProps) {
  return (
    <form method="get" action={actionsPath(slug)} role="search" className="search">
      <Input name="q" type="search" label="Find an action" labelSize="m" hint="By what is to be done, or who does it" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        {all && <Select name="mine" label="Whose" defaultValue={query.mine ? "yes" : ""} items={[{ value: "", text: "Everybody’s" }, { value: "yes", text: "Mine" }]} />}
        <Select name="state" label="State" defaultValue={query.state ?? ""} items={[{ value: "", text: "All" }, ...actionFilters.map((state) => ({ value: state, text: actionFilterLabels[state] }))]} />
        <Select name="origin" label="Comes from" defaultValue={query.origin ?? ""} items={[{ value: "", text: "Anything" }, ...originKinds.map((kind) => ({ value: kind, text: origins[kind].label }))]} />
        {owners.length > 1 && <Select name="owner" label="Office or agency" defaultValue={query.owner ?? ""} items={[{ value: "", text: "All" }, ...owners.map(({ id, name }) => ({ value: id, text: name }))]} />}
      </div>
      <Button>Search</Button>
    </form>
  );
}
