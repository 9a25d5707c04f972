import type { ReactNode } from "react";

import type { Size } from "#app/components/govuk/label.tsx";

/** What every field that takes text has in common. */
export interface TextFieldProps {
  name: string;
  /** The name when absent, so that an error summary can link to `#name`. */
  id?: string;
  label: ReactNode;
  labelSize?: Size;
  labelIsPageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** What was typed last, or the stored value. */
  defaultValue?: string;
  describedBy?: string;
  autoComplete?: string;
  spellCheck?: boolean;
  classes?: string;
}
