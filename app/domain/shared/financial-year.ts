/** A financial year, 1 April to 31 March, as addresses and records write it: "2025-26". Client-safe. */
export type FinancialYear = `${number}-${number}`;

/** The first financial years that there can be records of, and the last. */
const earliest = 2000;
const latest = 2098;

/** The financial year that a word names, or null: "2025-26" is one, "2025-27" is not. */
export function readFinancialYear(word: string | null | undefined): FinancialYear | null {
  const [, first = "", second = ""] = /^(\d{4})-(\d{2})$/.exec(word ?? "") ?? [];
  const start = Number(first);
  return first !== "" && start >= earliest && start <= latest && Number(second) === (start + 1) % 100 ? financialYear(start) : null;
}

/** The financial year that starts on 1 April of a calendar year. */
export function financialYear(start: number): FinancialYear {
  return `${start}-${String((start + 1) % 100).padStart(2, "0")}` as FinancialYear;
}

/** The calendar year in which it starts. */
export function startOf(year: FinancialYear): number {
  return Number(year.slice(0, 4));
}

/** "2025 to 2026". */
export function showYear(year: FinancialYear): string {
  return `${String(startOf(year))} to ${String(startOf(year) + 1)}`;
}

/** The financial year in which an ISO date falls. */
export function yearOf(date: string): FinancialYear {
  const calendar = Number(date.slice(0, 4));
  return financialYear(date.slice(5) < "04-01" ? calendar - 1 : calendar);
}

/** The year so many years later; earlier when negative. */
export function yearsLater(year: FinancialYear, by: number): FinancialYear {
  return financialYear(startOf(year) + by);
}

/** Its first and last day as ISO dates. */
export function daysOf(year: FinancialYear): { first: string; last: string } {
  return { first: `${String(startOf(year))}-04-01`, last: `${String(startOf(year) + 1)}-03-31` };
}
