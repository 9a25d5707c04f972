import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";

export interface ButtonProps {
  children: ReactNode;
  variant?: "secondary" | "warning";
  type?: "submit" | "button";
  name?: string;
  value?: string;
  id?: string;
  /** The id of the form that the button submits, when it stands outside it. */
  form?: string;
  /** Makes it a link that looks like a button, for starting something that changes nothing yet. */
  href?: string;
  classes?: string;
}

export function Button({ children, variant, type = "submit", href, classes, ...rest }: ButtonProps) {
  const className = classNames("govuk-button", variant && `govuk-button--${variant}`, classes);
  if (href !== undefined) {
    return <a href={href} role="button" draggable={false} className={className} id={rest.id}>{children}</a>;
  }
  return <button type={type} className={className} {...rest}>{children}</button>;
}

/** Buttons and links that belong together, in one row. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
