import { showDate } from "../shared/dates.ts";

/** A time in office, from the start of `startsOn` to the start of `endsOn`; null has no end. ISO dates. */
export interface Term {
  startsOn: string;
  endsOn: string | null;
}

/** An appointment withdrawn before it began covers no day. */
export function coversNoDay({ startsOn, endsOn }: Term): boolean {
  return endsOn !== null && endsOn <= startsOn;
}

/** Whether two terms share a day. Half-open: a successor may start on the day the other ends. */
export function overlap(a: Term, b: Term): boolean {
  if (coversNoDay(a) || coversNoDay(b)) return false;
  return (b.endsOn === null || a.startsOn < b.endsOn) && (a.endsOn === null || b.startsOn < a.endsOn);
}

/** "from 1 April 2024 with no end date" */
export function describeTerm({ startsOn, endsOn }: Term): string {
  return `from ${showDate(startsOn)} ${endsOn === null ? "with no end date" : `until the start of ${showDate(endsOn)}`}`;
}

/** Whether a name typed is the name on record: capitals, accents' spelling and spaces aside. */
export function sameName(typed: string, recorded: string): boolean {
  const plain = (name: string) => name.normalize("NFC").replace(/\s+/g, " ").trim().toLocaleLowerCase("en-GB");
  return plain(typed) === plain(recorded);
}
