import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

export type Size = "s" | "m" | "l" | "xl";

export interface LabelProps {
  htmlFor: string;
  size?: Size;
  /** The label is also the page's level-one heading: for pages that ask one question. */
  isPageHeading?: boolean;
  classes?: string;
  children: ReactNode;
}

export function Label({ htmlFor, size, isPageHeading = false, classes, children }: LabelProps) {
  const label = <label className={classNames("govuk-label", size && `govuk-label--${size}`, classes)} htmlFor={htmlFor}>{children}</label>;
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
