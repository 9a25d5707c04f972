import type { ReactNode } from "react";

import { ChoiceItemRow, choiceId, type ChoiceItem } from "#app/components/govuk/choice-item.tsx";
import { classNames } from "#app/components/govuk/class-names.ts";
import { describedBy } from "#app/components/govuk/described-by.ts";
import { Fieldset } from "#app/components/govuk/fieldset.tsx";
import { FieldParts, FormGroup } from "#app/components/govuk/form-group.tsx";
import type { Size } from "#app/components/govuk/label.tsx";

export interface CheckboxesProps {
  name: string;
  idPrefix?: string;
  items: readonly (ChoiceItem & { name?: string })[];
  /** Absent only for a single checkbox whose label says everything. */
  legend?: ReactNode;
  legendSize?: Size;
  legendIsPageHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The values that are ticked to begin with. */
  defaultValues?: readonly string[];
  small?: boolean;
}

export function Checkboxes({ name, idPrefix = name, items, legend, hint, error, defaultValues = [], small = false, ...rest }: CheckboxesProps) {
  const description = describedBy(idPrefix, { hint, error });
  const boxes = (
    <div className={classNames("govuk-checkboxes", small && "govuk-checkboxes--small")}>
      {items.map((item, at) => (
        <ChoiceItemRow
          key={`${item.name ?? name}=${item.value}`}
          kind="checkbox"
          item={item}
          id={choiceId(idPrefix, at)}
          name={item.name ?? name}
          checked={defaultValues.includes(item.value)}
          describedBy={legend ? undefined : description}
        />
      ))}
    </div>
  );
  if (!legend) return <FormGroup id={idPrefix} hint={hint} error={error}>{boxes}</FormGroup>;
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <Fieldset legend={legend} legendSize={rest.legendSize} legendIsPageHeading={rest.legendIsPageHeading} describedBy={description}>
        <FieldParts id={idPrefix} hint={hint} error={error}>{boxes}</FieldParts>
      </Fieldset>
    </div>
  );
}
