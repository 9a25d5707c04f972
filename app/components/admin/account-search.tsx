import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { type AccountFilter, accountFilterLabels, accountFilters } from "#app/domain/people/account-summary.ts";

/** Finds accounts by part of a name or address, and by what needs somebody. A plain form that changes the address. */
export function AccountSearch({ search, filter }: { search: string; filter: AccountFilter }) {
  return (
    <form method="get" action="/admin/accounts">
      <Input name="q" type="search" label="Name or e-mail address" hint="A part is enough. Somebody whose name is withheld is found by the whole e-mail address only." defaultValue={search} width={30} spellCheck={false} />
      <Select name="show" label="Which accounts" defaultValue={filter} items={accountFilters.map((value) => ({ value, text: accountFilterLabels[value] }))} />
      <Button variant="secondary">Find</Button>
    </form>
  );
}
