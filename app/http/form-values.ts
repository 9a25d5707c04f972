/** What a form sent: each field's values in order. Plain data, so that an action can return it and the page keep what was typed. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** The first value of a field exactly as typed; the empty string when the field was not sent. */
export function rawText(values: FormValues | undefined, name: string): string {
  return values?.[name]?.[0] ?? "";
}

/** The first value of a field without the spaces around it; the empty string when the field was not sent. */
export function text(values: FormValues | undefined, name: string): string {
  return rawText(values, name).trim();
}

/** Every value of a field: the boxes that were ticked. */
export function list(values: FormValues | undefined, name: string): readonly string[] {
  return values?.[name] ?? [];
}

/** Whether the field was sent at all: a single box that was ticked, a button that was pressed. */
export function sent(values: FormValues | undefined, name: string): boolean {
  return values?.[name] !== undefined;
}

/** What to show again: the last submission when there is one, otherwise the stored value. */
export function typedOr(values: FormValues | undefined, name: string, stored: string | null | undefined): string {
  return values && sent(values, name) ? rawText(values, name) : (stored ?? "");
}

/** A date as three fields hold it. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** The parts of an ISO date as people type them, "1", "9", "2026"; empty without one. */
export function partsOfDate(iso: string | null | undefined): DateParts {
  const [year = "", month = "", day = ""] = (iso ?? "").split("-").map((part) => part.replace(/^0+/, ""));
  return { day, month, year };
}

/** The three parts of a date field, for `<DateInput defaultValues>` and for the schema that reads the date. */
export function dateParts(values: FormValues | undefined, name: string): DateParts {
  return { day: text(values, `${name}-day`), month: text(values, `${name}-month`), year: text(values, `${name}-year`) };
}

/** First values by name: what a schema for a form without repeated fields parses. */
export function toObject(values: FormValues): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, rawText(values, name)]));
}

const secret = /password|passcode|secret|token|recovery|^(?:code|key|idempotency-?key)$/i;

/** The values that may go back into a page: everything but passwords, one-time codes, tokens and keys. */
export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}
