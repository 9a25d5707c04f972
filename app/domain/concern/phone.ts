export type PhoneRead = { ok: true; digits: string } | { ok: false; problem: string };

const example = "like 01632 960001";

/**
 * A phone number of the United Kingdom as people type it, with spaces, brackets, hyphens or +44, as its national digits.
 * Not taken: numbers that cost more than a call to a landline (09, 084 and 087), and personal numbers (070).
 * Source of the ranges: Ofcom, National Telephone Numbering Plan.
 */
export function readPhone(typed: string): PhoneRead {
  if (!/^[\d\s()+.-]*$/.test(typed)) return refuse(`Enter a phone number in digits only, ${example}`);
  const digits = typed.replace(/[^\d+]/g, "").replace(/^(?:\+|00)440?/, "0");
  if (digits.startsWith("+") || digits.startsWith("00")) return refuse(`Enter a phone number of the United Kingdom, ${example}`);
  if (!/^0[12357-9]\d{8,9}$/.test(digits)) return refuse(`Enter the whole phone number with its area code, ${example}`);
  if (/^0(?:9|84|87|70)/.test(digits)) return refuse("Enter a number that costs no more than a call to a landline: not one that begins 070, 084, 087 or 09");
  return { ok: true, digits };
}

const refuse = (problem: string) => ({ ok: false as const, problem });

/** "01632 960001": digits in the groups in which people say them. */
export function showPhone(digits: string): string {
  const group = (...lengths: number[]) => {
    let at = 0;
    return [...lengths, Infinity].flatMap((length) => (at < digits.length ? [digits.slice(at, (at += length))] : [])).join(" ");
  };
  if (digits.startsWith("02")) return group(3, 4);
  if (/^0(?:11|1\d1|[389])/.test(digits)) return digits.length === 10 ? group(4) : group(4, 3);
  return group(5);
}

/** The address that calls it. */
export function phoneHref(digits: string): string {
  return `tel:+44${digits.slice(1)}`;
}
