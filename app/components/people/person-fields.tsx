import { Input } from "#app/components/govuk/input.tsx";
import { type FormValues, rawText } from "#app/http/form-values.ts";

/** Who: full name and e-mail address. */
export function PersonFields({ values, errors, hint = "It will be published." }: { values?: FormValues; errors: Record<string, string>; hint?: string }) {
  return (
    <>
      <Input name="name" label="Full name" labelSize="s" hint={hint} autoComplete="off" spellCheck={false} width={30} defaultValue={rawText(values, "name")} error={errors["name"]} />
      <Input
        name="email"
        type="email"
        label="Work e-mail address"
        labelSize="s"
        hint="They sign in with it. It is never published. If they already have an account, use its address and the name it was opened with."
        autoComplete="off"
        spellCheck={false}
        width={30}
        defaultValue={rawText(values, "email")}
        error={errors["email"]}
      />
    </>
  );
}
