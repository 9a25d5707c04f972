/** A form's errors: at the top of the page, and beside each field. */
export interface FormErrors {
  summary: { href?: string; text: string }[];
  fields: Record<string, string>;
}

/** What is read of a validation error; zod's has this shape. */
export interface ValidationError {
  issues: readonly { path: readonly PropertyKey[]; message: string }[];
}

/**
 * The first message of each field, in the order of the schema, each linked to `#field`.
 * An issue without a path concerns the whole form and links nowhere.
 */
export function fieldErrors(error: ValidationError): FormErrors {
  const found: FormErrors = { summary: [], fields: {} };
  for (const issue of error.issues) {
    const field = issue.path.map(String).join("-");
    if (field === "") {
      found.summary.push({ text: issue.message });
    } else if (!(field in found.fields)) {
      found.fields[field] = issue.message;
      found.summary.push({ href: `#${field}`, text: issue.message });
    }
  }
  return found;
}

/** The errors of one form, said in this order. */
export function joinErrors(first: FormErrors, second: FormErrors): FormErrors {
  return { summary: [...first.summary, ...second.summary], fields: { ...second.fields, ...first.fields } };
}

/** The errors of several fields, in this order. */
export function errorsOf(fields: Record<string, string>): FormErrors {
  return { summary: Object.entries(fields).map(([field, text]) => ({ href: `#${field}`, text })), fields };
}

/** The errors for one field, or for the whole form when `field` is absent: for a refusal that a command returned. */
export function oneError(message: string, field?: string): FormErrors {
  return field ? errorsOf({ [field]: message }) : { summary: [{ text: message }], fields: {} };
}
