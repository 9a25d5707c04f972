/** Either a run that both sequences share, or a run that one lost and the other gained in its place. Counts of elements. */
export type Hunk = { same: number } | { removed: number; added: number };

/**
 * The shortest way from one sequence to another (Myers 1986, greedy), in order. Null when it takes more than `mostEdits`
 * removals and additions: work and memory grow with the square of their number.
 */
export function diffSequences(before: readonly string[], after: readonly string[], mostEdits: number): Hunk[] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const [a, b] = numbered(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const steps = a.length === 0 || b.length === 0 ? [{ removed: a.length, added: b.length }] : findSteps(a, b, mostEdits);
  return steps && [{ same: start }, ...steps, { same: end }].filter((hunk) => ("same" in hunk ? hunk.same > 0 : hunk.removed + hunk.added > 0));
}

/** Equal elements as equal numbers, which compare faster than text. */
function numbered(before: readonly string[], after: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const number = (element: string): number => {
    const known = numbers.get(element);
    if (known !== undefined) return known;
    numbers.set(element, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(before, number), Int32Array.from(after, number)];
}

/** `reach[k]` is how far into `a` the best path on diagonal k (x - y) has come; a copy is kept for each number of edits. */
function findSteps(a: Int32Array, b: Int32Array, mostEdits: number): Hunk[] | null {
  const most = Math.min(a.length + b.length, mostEdits);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0));
      let x = down ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return null;
}

function walkBack(trace: readonly Int32Array[], toX: number, toY: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [toX, toY];
  let [removed, added] = [0, 0];
  const close = (same: number): void => {
    if (same === 0) return;
    if (removed + added > 0) hunks.push({ removed, added });
    hunks.push({ same });
    [removed, added] = [0, 0];
  };
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits];
    const at = (k: number): number => reach?.[edits + 1 + k] ?? 0;
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const from = down ? at(k + 1) : at(k - 1);
    const landed = down ? from : from + 1;
    close(x - landed);
    if (down) added += 1;
    else removed += 1;
    x = from;
    y = from - (down ? k + 1 : k - 1);
  }
  close(x);
  if (removed + added > 0) hunks.push({ removed, added });
  return hunks.reverse();
}
