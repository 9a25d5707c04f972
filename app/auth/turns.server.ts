/** There are too many waiting already. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

/**
 * Lets so many pieces of work run at once and has the others wait their turn, in order of arrival.
 * Throws TooBusy instead of letting the queue grow past `longestQueue`.
 */
export function takeTurns(atOnce: number, longestQueue: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) {
      running += 1;
    } else {
      if (waiting.length >= longestQueue) throw new TooBusy();
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
