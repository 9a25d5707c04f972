import type { ReactNode } from "react";

import { Hint } from "#app/components/govuk/hint.tsx";

export interface ChoiceItem {
  value: string;
  text: ReactNode;
  hint?: ReactNode;
  /** Further fields, shown once the choice is made; shown always where the browser cannot tell. */
  conditional?: ReactNode;
  disabled?: boolean;
}

export interface ChoiceItemProps {
  kind: "checkbox" | "radio";
  item: ChoiceItem;
  id: string;
  name: string;
  checked: boolean;
  describedBy?: string;
}

/** One checkbox or radio button with its label, hint and further fields. */
export function ChoiceItemRow({ kind, item, id, name, checked, describedBy }: ChoiceItemProps) {
  const block = kind === "checkbox" ? "govuk-checkboxes" : "govuk-radios";
  const description = [describedBy, item.hint ? `${id}-item-hint` : undefined].filter(Boolean).join(" ");
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value}
          defaultChecked={checked}
          disabled={item.disabled}
          aria-describedby={description || undefined}
        />
        <label className={`govuk-label ${block}__label`} htmlFor={id}>{item.text}</label>
        {item.hint && <Hint id={`${id}-item-hint`} classes={`${block}__hint`}>{item.hint}</Hint>}
      </div>
      {item.conditional && <div className={`${block}__conditional`}>{item.conditional}</div>}
    </>
  );
}

/** The first item's id has no number, so that an error summary can link to `#name`. */
export function choiceId(idPrefix: string, at: number): string {
  return at === 0 ? idPrefix : `${idPrefix}-${String(at + 1)}`;
}
