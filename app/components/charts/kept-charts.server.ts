import { createHash } from "node:crypto";

/** As many pictures as are kept; the one drawn first goes first. */
const mostKept = 500;
const kept = new Map<string, string>();

/** The picture drawn from this data, drawn once: drawing is most of a page's time. @param data what the picture is made of, as plain JSON */
export function keptChart(data: unknown, draw: () => string): string {
  const key = createHash("sha256").update(JSON.stringify(data)).digest("hex");
  const found = kept.get(key);
  if (found !== undefined) return found;
  const drawn = draw();
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, drawn);
  return drawn;
}
