import { createHash } from "node:crypto";

/**
 * Draws returns at random, so that anybody with the seed draws the same: each id is put in the order of the SHA-256 of
 * "seed:id", and the first so many are taken. Answers the whole of them when there are fewer.
 */
export function drawIds(ids: readonly string[], count: number, seed: string): string[] {
  const place = (id: string) => createHash("sha256").update(`${seed}:${id}`).digest("hex");
  return [...ids]
    .map((id) => ({ id, at: place(id) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}
