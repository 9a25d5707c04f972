import { showDate } from "#app/domain/shared/dates.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hour12: true, timeZone: "Europe/London" });

/** "9:30am", in London. */
export function showTime(moment: string): string {
  return clock.format(new Date(moment)).replace(/\s/g, "").toLowerCase();
}

/** "3 March 2026, 9:30am to 11:30am" */
export function showTimes({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${showDate(startsAt)}, ${showTime(startsAt)} to ${showTime(endsAt)}`;
}
