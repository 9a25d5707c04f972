import type { ReactNode } from "react";

import { Input } from "#app/components/govuk/input.tsx";

export interface CodeFieldProps {
  error?: string;
  hint?: ReactNode;
}

/** The six figures of an authenticator app. Never written back into a page. */
export function CodeField({ error, hint = "Six figures, like 123456. Open your authenticator app to see them." }: CodeFieldProps) {
  return (
    <Input
      name="code"
      label="Code from your authenticator app"
      hint={hint}
      error={error}
      width={10}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      classes="govuk-input--extra-letter-spacing"
    />
  );
}
