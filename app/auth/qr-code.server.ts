import { encode } from "uqr";

/** A QR code as one path over a white square of `size` units, its quiet border included. */
export interface QrCode {
  size: number;
  path: string;
}

/** Draws text as a QR code with medium error correction and the quiet border of four modules that the standard asks for. */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const rows = data.map((row, y) => runs(row).map(({ start, length }) => `M${String(start)} ${String(y)}h${String(length)}v1h-${String(length)}z`).join(""));
  return { size, path: rows.join("") };
}

/** The unbroken dark stretches of a row. */
function runs(row: readonly boolean[]): { start: number; length: number }[] {
  const found: { start: number; length: number }[] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (dark && last && last.start + last.length === x) last.length += 1;
    else if (dark) found.push({ start: x, length: 1 });
  });
  return found;
}
