import { PasswordInput } from "#app/components/govuk/password-input.tsx";

/** A password somebody chooses, typed twice because nothing shows what was typed: fields `newPassword` and `newPasswordAgain`. */
export function NewPasswordFields({ label = "Choose a password", errors = {} }: { label?: string; errors?: Record<string, string> }) {
  return (
    <>
      <PasswordInput
        name="newPassword"
        label={label}
        hint="12 characters or more. Three words that do not belong together are easy to remember and hard to guess."
        autoComplete="new-password"
        error={errors["newPassword"]}
      />
      <PasswordInput name="newPasswordAgain" label="Type the password again" autoComplete="new-password" error={errors["newPasswordAgain"]} />
    </>
  );
}
