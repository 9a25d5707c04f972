/** A transformation as PDF writes it: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The way back, or null when everything falls on a line. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const size = a * d - b * c;
  if (Math.abs(size) < 1e-9) return null;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

export function holds({ left, bottom, right, top }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** Six numbers out of whatever holds them, or null. */
export function readMatrix(value: unknown): Matrix | null {
  const numbers = readNumbers(value);
  const [a, b, c, d, e, f] = numbers;
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined ? null : [a, b, c, d, e, f];
}

/** The numbers of an array or of a typed array. */
export function readNumbers(value: unknown): number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value];
  return Array.isArray(value) ? value.filter((each: unknown): each is number => typeof each === "number") : [];
}
