import { type Box, readNumbers } from "./geometry.ts";

export interface Shapes {
  /** The rectangles among the shapes of a path, in its own coordinates. */
  rectangles: Box[];
  /** Whether every shape of it is one. */
  allRectangles: boolean;
  /** What the whole path lies within; null for none. */
  bounds: Box | null;
}

/** How many numbers follow each command of a path: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0];

/** Reads the path of pdf.js: [operator, [commands], [least x, least y, most x, most y]]. */
export function readPath(args: readonly unknown[]): Shapes {
  const data = Array.isArray(args[1]) ? readNumbers(args[1][0]) : [];
  const [left, bottom, right, top] = readNumbers(args[2]);
  const bounds = left === undefined || bottom === undefined || right === undefined || top === undefined ? null : { left, bottom, right, top };
  const shapes = splitShapes(data);
  const rectangles = shapes.map((shape) => readRectangle(shape));
  return { rectangles: rectangles.filter((each): each is Box => each !== null), allRectangles: shapes.length > 0 && rectangles.every(Boolean), bounds };
}

/** The corners of each shape; null for one with curves. */
function splitShapes(data: readonly number[]): ([number, number][] | null)[] {
  const shapes: ([number, number][] | null)[] = [];
  for (let at = 0; at < data.length; ) {
    const command = data[at] ?? 4;
    const length = lengths[command] ?? 0;
    const [x = 0, y = 0] = data.slice(at + 1, at + 3);
    if (command === 0) shapes.push([[x, y]]);
    else if (command === 1) shapes.at(-1)?.push([x, y]);
    else if (length > 2 && shapes.length > 0) shapes[shapes.length - 1] = null;
    at += 1 + length;
  }
  return shapes.filter((shape) => shape === null || shape.length > 1);
}

function readRectangle(corners: readonly [number, number][] | null): Box | null {
  if (!corners || corners.length < 4 || corners.length > 5) return null;
  const [first, last] = [corners[0], corners[4]];
  if (last && first && (last[0] !== first[0] || last[1] !== first[1])) return null;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
  const atCorner = corners.every(([x, y]) => (x === box.left || x === box.right) && (y === box.bottom || y === box.top));
  const turns = corners.slice(1, 4).every(([x, y], index) => {
    const before = corners[index];
    return before !== undefined && (x === before[0]) !== (y === before[1]);
  });
  return atCorner && turns ? box : null;
}
