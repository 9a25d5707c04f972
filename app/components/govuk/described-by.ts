export interface DescribedField {
  hint?: unknown;
  error?: string;
  /** Ids of further elements that describe the field. */
  describedBy?: string;
}

/** The value of aria-describedby: what was passed, then the hint, then the error; undefined when there is none. */
export function describedBy(id: string, field: DescribedField): string | undefined {
  const ids = [field.describedBy, field.hint ? `${id}-hint` : undefined, field.error ? `${id}-error` : undefined].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
