import { setImmediate } from "node:timers/promises";

/** Does something for each of many, and lets other requests have their turn after every so many. */
export async function inSlices<T>(items: readonly T[], each: (item: T, at: number) => void, size = 100): Promise<void> {
  for (const [at, item] of items.entries()) {
    each(item, at);
    if (at % size === size - 1) await setImmediate();
  }
}
