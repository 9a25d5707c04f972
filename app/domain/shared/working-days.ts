import { Temporal } from "temporal-polyfill";

/**
 * How many working days there are after one ISO date up to another, the last one counted: from a Friday to the Monday after
 * it, 1. Mondays to Fridays but for the bank holidays given; 0 when `to` is not later.
 */
export function workingDaysAfter(from: string, to: string, bankHolidays: ReadonlySet<string>): number {
  const last = Temporal.PlainDate.from(to);
  let count = 0;
  for (let day = Temporal.PlainDate.from(from).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5 && !bankHolidays.has(day.toString())) count += 1;
  }
  return count;
}
