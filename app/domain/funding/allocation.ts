/**
 * Divides a whole among parts in proportion to their weights, to the penny: each part is rounded down, and the pennies
 * left over go one each to the parts with the largest remainders, the first named first. The parts sum to the whole.
 * `whole` and `weights` are integers; a negative whole is divided as its opposite. Throws a RangeError without weight.
 */
export function allocate(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total <= 0n || weights.some((weight) => weight < 0)) throw new RangeError("weights are whole numbers, none below nought and not all nought");
  if (whole < 0) return allocate(-whole, weights).map((part) => (part === 0 ? 0 : -part));
  const shares = weights.map((weight, at) => {
    const product = BigInt(whole) * BigInt(weight);
    return { at, part: Number(product / total), remainder: product % total };
  });
  const left = whole - shares.reduce((sum, share) => sum + share.part, 0);
  const next = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1)).slice(0, left);
  const raised = new Set(next.map((share) => share.at));
  return shares.map((share) => share.part + (raised.has(share.at) ? 1 : 0));
}
