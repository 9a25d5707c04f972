/** Money is integer pence everywhere; only here it becomes, or comes from, pounds. Client-safe. */

/** The largest amount that can be recorded: one billion pounds, in pence. */
export const largestAmount = 100_000_000_000;

export type MoneyRead = { ok: true; pence: number | null } | { ok: false; problem: string };

export interface MoneyField {
  /** What the amount is, as a sentence begins with it: "The amount received". */
  what: string;
  /** Whether less than nothing can be meant, as with reserves that are overdrawn. */
  mayBeNegative?: boolean;
  /** What to say when nothing is typed; when absent, nothing is an answer: not provided. */
  missing?: string;
}

const plain = /^\d+(?:\.\d{1,2})?$/;
const separated = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/;

/**
 * Reads an amount as people and spreadsheets write it: "£1,200.50", "1200.5", "-300", "(300)". Answers pence, or null
 * when nothing is typed and nothing may be; otherwise what is wrong and how to put it right.
 */
export function readMoney(typed: string, { what, mayBeNegative = false, missing }: MoneyField): MoneyRead {
  const refuse = (problem: string): MoneyRead => ({ ok: false, problem });
  const compact = typed.normalize("NFKC").replace(/\s+/g, "").replace(/[−–]/g, "-");
  if (compact === "") return missing === undefined ? { ok: true, pence: null } : refuse(missing);
  const [, before = "", open = "", sign = "", digits = "", close = ""] = /^(-?)(\(?)£?(-?)([\d.,]+)(\)?)$/.exec(compact) ?? [];
  if (digits === "" || (open === "(") !== (close === ")") || [before, open, sign].filter(Boolean).length > 1) return refuse(`${what} must be an amount in pounds, like 1,200.50`);
  if (/\.\d{3,}$/.test(digits)) return refuse(`${what} must not have parts of a penny: use at most two figures after the point`);
  if (!plain.test(digits) && !separated.test(digits)) return refuse(`${what} must be an amount in pounds, like 1,200.50: check the commas and the point`);
  const [pounds = "", part = ""] = digits.replaceAll(",", "").split(".");
  const pence = Number(pounds) * 100 + Number(part.padEnd(2, "0"));
  if (pence > largestAmount) return refuse(`${what} must be £1 billion or less`);
  const negative = before !== "" || open !== "" || sign !== "";
  if (negative && pence > 0 && !mayBeNegative) return refuse(`${what} cannot be less than £0`);
  return { ok: true, pence: negative && pence > 0 ? -pence : pence };
}

/** "£1,200.50", "−£300", "£0": pence are shown when there are some. */
export function showMoney(pence: number): string {
  return `${pence < 0 ? "−" : ""}£${amountWith(Math.abs(pence), ",")}`;
}

/** "+£1,200", "−£300", "£0": how much more or less. */
export function showChange(pence: number): string {
  return pence > 0 ? `+${showMoney(pence)}` : showMoney(pence);
}

/** "1200.50", "-300.00", "0.00": for files that a program reads. */
export function writeMoney(pence: number): string {
  const whole = Math.abs(pence);
  return `${pence < 0 ? "-" : ""}${String(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, "0")}`;
}

/** "1,200.50", "-300": what a field holds for somebody to change. */
export function typedMoney(pence: number | null): string {
  return pence === null ? "" : `${pence < 0 ? "-" : ""}${amountWith(Math.abs(pence), ",")}`;
}

function amountWith(pence: number, separator: string): string {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, separator);
  const part = pence % 100;
  return part === 0 ? pounds : `${pounds}.${String(part).padStart(2, "0")}`;
}
