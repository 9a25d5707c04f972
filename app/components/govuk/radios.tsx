import { Fragment, type ReactNode } from "react";

import { ChoiceItemRow, choiceId, type ChoiceItem } from "#app/components/govuk/choice-item.tsx";
import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { FieldParts } from "#app/components/govuk/form-group.tsx";
import type { Size } from "#app/components/govuk/label.tsx";

export interface RadiosProps {
  name: string;
  idPrefix?: string;
  /** `divider` puts a word such as "or" before the item. */
  items: readonly (ChoiceItem & { divider?: string })[];
  legend: ReactNode;
  legendSize?: Size;
  legendIsPageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The value chosen to begin with; none when absent, so that nothing is chosen for the user. */
  defaultValue?: string;
  inline?: boolean;
  small?: boolean;
}

export function Radios({ name, idPrefix = name, items, legend, hint, error, defaultValue, inline = false, small = false, ...rest }: RadiosProps) {
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <Fieldset legend={legend} legendSize={rest.legendSize} legendIsPageHeading={rest.legendIsPageHeading} describedBy={describedBy(idPrefix, { hint, error })}>
        <FieldParts id={idPrefix} hint={hint} error={error}>
          <div className={classNames("govuk-radios", inline && "govuk-radios--inline", small && "govuk-radios--small")}>
            {items.map((item, at) => (
              <Fragment key={item.value}>
                {item.divider && <div className="govuk-radios__divider">{item.divider}</div>}
                <ChoiceItemRow kind="radio" item={item} id={choiceId(idPrefix, at)} name={name} checked={item.value === defaultValue} />
              </Fragment>
            ))}
          </div>
        </FieldParts>
      </Fieldset>
    </div>
  );
}
