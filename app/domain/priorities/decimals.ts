/** Exact decimals as strings, "45.50": figures are never floating point. Only a picture of them is drawn with numbers. */

const written = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;
const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A figure as people type it ("1,204", "−3", "45.5"), as a decimal; null when it is none. Places after the point are kept as typed. */
export function readDecimal(typed: string): string | null {
  const plain = typed.trim().replace(/^[−–]/, "-");
  const digits = grouped.test(plain) ? plain.replaceAll(",", "") : plain;
  const parts = written.exec(digits);
  if (!parts) return null;
  const [, sign = "", whole = "", places] = parts;
  const value = `${whole.replace(/^0+(?=\d)/, "")}${places === undefined ? "" : `.${places}`}`;
  return sign && !/^[0.]*$/.test(value) ? `-${value}` : value;
}

const scale = 6;

/** The decimal in millionths. */
function millionths(value: string): bigint {
  const parts = written.exec(value);
  if (!parts) throw new Error(`${value} is no decimal`);
  const [, sign, whole = "0", places = ""] = parts;
  const size = BigInt(whole + places.padEnd(scale, "0"));
  return sign ? -size : size;
}

export function compareDecimals(one: string, other: string): number {
  const [a, b] = [millionths(one), millionths(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

export function addDecimals(one: string, other: string): string {
  return fromMillionths(millionths(one) + millionths(other));
}

export function subtractDecimals(one: string, other: string): string {
  return fromMillionths(millionths(one) - millionths(other));
}

function fromMillionths(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const places = digits.slice(-scale).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -scale)}${places ? `.${places}` : ""}`;
}

/** How many times one is of the other in size, in whole numbers and at least; null when either is nought. */
export function timesLarger(one: string, other: string): { times: number; larger: boolean } | null {
  const size = (value: string) => { const found = millionths(value); return found < 0n ? -found : found; };
  const [a, b] = [size(one), size(other)];
  if (a === 0n || b === 0n) return null;
  return a >= b ? { times: Number(a / b), larger: true } : { times: Number(b / a), larger: false };
}

/** "1,204.5", "−3". */
export function showDecimal(value: string): string {
  const [whole = "", places] = value.replace("-", "").split(".");
  return `${value.startsWith("-") ? "−" : ""}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}${places === undefined ? "" : `.${places}`}`;
}

/** For a picture only. */
export function toNumber(value: string): number {
  return Number(value);
}
