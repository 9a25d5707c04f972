import type { ReactNode } from "react";

import { classNames } from "#app/components/govuk/class-names.ts";
import type { Size } from "#app/components/govuk/label.tsx";

export interface FieldsetProps {
  legend: ReactNode;
  legendSize?: Size;
  legendIsPageHeading?: boolean;
  describedBy?: string;
  /** "group" makes some screen readers announce the description of a set of text inputs. */
  role?: "group";
  children: ReactNode;
}

export function Fieldset({ legend, legendSize = "m", legendIsPageHeading = false, describedBy, role, children }: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend className={classNames("govuk-fieldset__legend", `govuk-fieldset__legend--${legendSize}`)}>
        {legendIsPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
