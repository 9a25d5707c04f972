import type { IdentifierKind } from "./finding.ts";

const HIDDEN = "•";

/** The value with its letters and digits hidden but for what helps to find it in the text. */
export function mask(kind: IdentifierKind, value: string): string {
  // Kept on one line of a page.
  const flat = value.replace(/\s+/g, "\u00a0");
  if (kind === "email") {
    const at = flat.indexOf("@");
    return `${hide(flat.slice(0, at), 1, 0)}${flat.slice(at)}`;
  }
  if (kind === "postcode") return hide(flat, 1, 0);
  if (kind === "date-of-birth" || kind === "exact-age") return flat.replace(/\d/g, HIDDEN);
  return hide(flat, 0, 3);
}

/** Hides every letter and digit except the first `start` and the last `end` of them, and never fewer than half. */
function hide(text: string, start: number, end: number): string {
  const characters = [...text];
  const places = characters.flatMap((character, place) => (/[\p{L}\p{N}]/u.test(character) ? [place] : []));
  const half = Math.floor(places.length / 2);
  const shown = new Set([...places.slice(0, Math.min(start, half)), ...places.slice(places.length - Math.min(end, half))]);
  const hidden = new Set(places.filter((place) => !shown.has(place)));
  return characters.map((character, place) => (hidden.has(place) ? HIDDEN : character)).join("");
}
