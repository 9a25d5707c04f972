import { Input } from "#app/components/govuk/input.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import type { OwnerChoices } from "#app/domain/actions/views.ts";
import { type FormValues, typedOr } from "#app/http/form-values.ts";

interface OwnerFieldsProps {
  choices: OwnerChoices;
  values?: FormValues;
  errors: Record<string, string>;
}

/** Whose an action is: an office of the partnership, or an agency or somebody else with who does it there. */
export function OwnerFields({ choices: { posts, agencies }, values, errors }: OwnerFieldsProps) {
  return (
    <>
      <Select name="post" label="Office of the partnership" labelSize="s" hint="It passes to the next holder when somebody leaves" items={[{ value: "", text: "None of these" }, ...posts.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={typedOr(values, "post", "")} error={errors["post"]} />
      <Input name="agency" label="Or an agency (optional)" labelSize="s" hint="As it is named in the register. Whoever speaks for it sees the action" list="agencies-of-the-register" autoComplete="off" defaultValue={typedOr(values, "agency", "")} error={errors["agency"]} />
      <datalist id="agencies-of-the-register">{agencies.map(({ id, name }) => <option key={id} value={name} />)}</datalist>
      <OwnerWords values={values} errors={errors} label="Who does it there, or who else does it" hint="If it is no office of the partnership. By post, like “Designated safeguarding lead”, never by name" />
    </>
  );
}

/** Who does it at an agency, by post. */
export function OwnerWords({ values, errors, label, hint }: Omit<OwnerFieldsProps, "choices"> & { label: string; hint: string }) {
  return <Input name="owner" label={label} labelSize="s" hint={hint} autoComplete="off" defaultValue={typedOr(values, "owner", "")} error={errors["owner"]} />;
}
