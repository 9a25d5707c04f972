import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { jointly, type RequestQuery } from "#app/domain/agencies/requests/request-query.ts";
import { requestStateLabels, requestStates } from "#app/domain/agencies/requests/vocabulary.ts";

import { requestsPath } from "./paths.ts";

interface RequestsSearchProps {
  slug: string;
  query: RequestQuery;
  requesters: readonly { seatId: string; name: string }[];
}

/** Words and filters: a GET form, so that a list can be shared and works without a script. */
export function RequestsSearch({ slug, query, requesters }: RequestsSearchProps) {
  return (
    <form method="get" action={requestsPath(slug)} role="search" className="search">
      <Input name="q" type="search" label="Find a request" labelSize="m" hint="By its number, who is asked or what for" defaultValue={query.q} spellCheck={false} />
      <div className="search__row">
        <Select name="state" label="Where it stands" defaultValue={query.state ?? ""} items={[{ value: "", text: "All" }, ...requestStates.map((state) => ({ value: state, text: requestStateLabels[state] }))]} />
        <Select name="from" label="Who asked" defaultValue={query.from ?? ""} items={[{ value: "", text: "Anybody" }, { value: jointly, text: "All partners together" }, ...requesters.map(({ seatId, name }) => ({ value: seatId, text: name }))]} />
      </div>
      <Button>Search</Button>
    </form>
  );
}
