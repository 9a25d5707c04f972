import { Temporal } from "temporal-polyfill";

/**
 * An ISO date from "31-03-2026", as the register of schools writes it, "31/03/2026", as a spreadsheet makes of that, or
 * "2026-03-31" with or without a time after it; null when it is none of them, or no real date. Schools are old: any year
 * from 1000.
 */
export function readRegisterDate(cell: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(cell) ?? [];
  const iso = year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : (/^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.Z]+)?$/.exec(cell)?.[1] ?? "");
  if (!/^[12]\d{3}-/.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** The day in a file’s name, as in "edubasealldata20260901.csv"; null when there is none. */
export function dateInName(fileName: string): string | null {
  for (const [, year, month, day] of fileName.matchAll(/(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/g)) {
    const date = readRegisterDate(`${String(year)}-${String(month)}-${String(day)}`);
    if (date) return date;
  }
  return null;
}
