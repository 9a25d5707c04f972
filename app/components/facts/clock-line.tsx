import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

/** Where something stands against its date, in words: "Published on time, 27 September 2026". */
export function ClockLine({ state, children }: { state?: "done" | "due" | "late"; children: ReactNode }) {
  return <p className={classNames("clock", state && `clock--${state}`)}>{children}</p>;
}
