import { daysUntil, showDate } from "../shared/dates.ts";

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

/** A time in office as pages and publications carry it; `until` is the first day it no longer holds. ISO dates. */
export interface Held {
  since: string;
  until: string | null;
}

/** Whether this holds on a day. */
export function holdsOn({ since, until }: Held, day: string): boolean {
  return since <= day && (until === null || until > day);
}

/** Who of these holds the office on a day, or null: vacant. */
export function heldOn<T extends Held>(holders: readonly T[], day: string): T | null {
  return holders.find((holder) => holdsOn(holder, day)) ?? null;
}

/** What a lead delegated, and from when until when: until its own end, or that of either appointment. */
export interface Delegated extends Held {
  scope: string;
}

/** `unrecorded`: nobody wrote down what is delegated. `to-confirm`: a lead who has left did, and the new one has not yet. */
export type DelegationState = { state: "unrecorded" } | { state: "in-force" | "to-confirm"; scope: string; since: string };

/** How a delegate's delegation stands on a day. */
export function delegationOn(delegations: readonly Delegated[], day: string): DelegationState {
  const inForce = heldOn(delegations, day);
  if (inForce) return { state: "in-force", scope: inForce.scope, since: inForce.since };
  const last = delegations.filter((each) => each.until !== null && each.until <= day && each.until > each.since).sort((a, b) => a.since.localeCompare(b.since)).at(-1);
  return last ? { state: "to-confirm", scope: last.scope, since: last.since } : { state: "unrecorded" };
}

/** The earliest of several ends; null is no end. */
export function firstEnd(...ends: readonly (string | null)[]): string | null {
  return ends.reduce((first, end) => (end !== null && (first === null || end < first) ? end : first), null);
}

/** A stretch of an office's time: somebody holds it, or (null) nobody does. */
export interface Stretch<T> extends Held {
  holder: T | null;
}

/** An office's whole time in order, the vacancies between holders said. `exists`: from when the office is, until when. */
export function timelineOf<T extends Held>(holders: readonly T[], exists: Held): Stretch<T>[] {
  const inOrder = [...holders].sort((a, b) => a.since.localeCompare(b.since));
  const stretches: Stretch<T>[] = [];
  let at: string | null = exists.since;
  for (const holder of inOrder) {
    if (at !== null && at < holder.since) stretches.push({ since: at, until: holder.since, holder: null });
    stretches.push({ since: holder.since, until: holder.until, holder });
    at = holder.until;
  }
  if (at !== null && (exists.until === null || at < exists.until)) stretches.push({ since: at, until: exists.until, holder: null });
  return stretches;
}

/** From how many days before its end a contract, a term or a review is worth a warning. */
export const noticeDays = 90;

/** "ends in 40 days", "ends today", "ended 3 days ago"; null while it is further off than the notice. */
export function nearEnd(endsOn: string | null, today: string): string | null {
  if (endsOn === null) return null;
  const days = daysUntil(today, endsOn);
  if (days > noticeDays) return null;
  if (days === 0) return "ends today";
  return days > 0 ? `ends in ${counted(days)}` : `ended ${counted(-days)} ago`;
}

function counted(days: number): string {
  return `${String(days)} ${days === 1 ? "day" : "days"}`;
}
