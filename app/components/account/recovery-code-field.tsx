import { Input } from "#app/components/govuk/input.tsx";

/** A recovery code as it was written down. Never written back into a page. */
export function RecoveryCodeField({ error }: { error?: string }) {
  return (
    <Input
      name="recoveryCode"
      label="Recovery code"
      hint="Twelve letters and figures, like 7KQ2-M9XD-0TRW. Capitals and dashes do not matter."
      error={error}
      width={20}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
