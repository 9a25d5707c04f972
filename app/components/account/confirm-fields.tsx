import { PasswordInput } from "#app/components/govuk/password-input.tsx";

import { CodeField } from "./code-field.tsx";

export interface ConfirmFieldsProps {
  /** How the person signed in: `me.strength`. With a second factor its code is asked for too. */
  strength: "password+totp" | "password-demo";
  /** `errors.fields` of the form. */
  errors?: { password?: string; code?: string };
}

/** What confirms who somebody is, for any form that signs, appoints or publishes: fields `password` and `code`. */
export function ConfirmFields({ strength, errors = {} }: ConfirmFieldsProps) {
  return (
    <>
      <PasswordInput name="password" label="Your password" error={errors.password} autoComplete="current-password" />
      {strength === "password+totp" && <CodeField error={errors.code} />}
    </>
  );
}
