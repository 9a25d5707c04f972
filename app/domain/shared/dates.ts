import { Temporal } from "temporal-polyfill";

/** "30 September 2026", from an ISO date or a moment (shown in London). */
export function showDate(value: string | Date): string {
  const date = typeof value === "string" && value.length === 10 ? Temporal.PlainDate.from(value) : inLondon(value).toPlainDate();
  return date.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** "30 September 2026 at 9:05am", London time. */
export function showMoment(value: string | Date): string {
  const local = inLondon(value);
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  return `${showDate(value)} at ${hour}:${String(local.minute).padStart(2, "0")}${local.hour < 12 ? "am" : "pm"}`;
}

function inLondon(value: string | Date): Temporal.ZonedDateTime {
  const instant = typeof value === "string" ? Temporal.Instant.from(value) : Temporal.Instant.fromEpochMilliseconds(value.getTime());
  return instant.toZonedDateTimeISO("Europe/London");
}
