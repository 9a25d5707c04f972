import { apply, type Box, holds, inverse, type Matrix, type Point } from "./geometry.ts";

/** "#rrggbb", or null where it cannot be known: a picture, a pattern, something see-through. */
export type Colour = string | null;

export type HiddenKind = "covered-text" | "invisible-text" | "background-text" | "layer-text";

interface Area {
  box: Box;
  /** From the page to where the box is upright. */
  back: Matrix;
  clip: Box | null;
  colour: Colour;
}

interface Letter {
  at: Point;
  hidden: HiddenKind | null;
}

/** Fewer letters than this are dots and dashes of a drawing, not words. */
const fewestLetters = 3;
/** Two colours this close, of 255 in each of red, green and blue, cannot be told apart. */
const closest = 10;
/** What a page is before anything is painted on it. */
const paper = "#ffffff";

/** What is painted on one page, in order: areas of colour, and letters that a later area may cover. */
export class PaintedPage {
  readonly #areas: Area[] = [];
  readonly #letters: Letter[] = [];

  /** An area of one colour, or of one that cannot be known. An opaque one hides the letters already there. */
  paint(box: Box, placed: Matrix, clip: Box | null, colour: Colour): void {
    const back = inverse(placed);
    if (!back) return;
    const area = { box, back, clip, colour };
    this.#areas.push(area);
    if (colour === null) return;
    for (const letter of this.#letters) {
      if (letter.hidden === null && covers(area, letter.at)) letter.hidden = "covered-text";
    }
  }

  /** A letter whose middle is at this point. `hidden` when it is set not to show whatever is around it. */
  write(at: Point, colour: Colour, hidden: HiddenKind | null): void {
    this.#letters.push({ at, hidden: hidden ?? (colour !== null && isSame(colour, this.#behind(at)) ? "background-text" : null) });
  }

  /** The ways in which this page hides words. */
  hidden(): HiddenKind[] {
    const counts = new Map<HiddenKind, number>();
    for (const { hidden } of this.#letters) if (hidden) counts.set(hidden, (counts.get(hidden) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= fewestLetters).map(([kind]) => kind);
  }

  #behind(at: Point): Colour {
    const area = this.#areas.findLast((each) => covers(each, at));
    return area ? area.colour : paper;
  }
}

function covers({ box, back, clip }: Area, at: Point): boolean {
  return (clip === null || holds(clip, at)) && holds(box, apply(back, at));
}

function isSame(one: Colour, other: Colour): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [channels(one), channels(other)];
  return a.length === 3 && b.length === 3 && a.every((value, index) => Math.abs(value - (b[index] ?? 0)) <= closest);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).filter((value) => !Number.isNaN(value));
}

/** The upright box around a box that was moved and turned. */
export function boxAround({ left, bottom, right, top }: Box, placed: Matrix): Box {
  const corners = [{ x: left, y: bottom }, { x: right, y: bottom }, { x: left, y: top }, { x: right, y: top }].map((corner) => apply(placed, corner));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

export function within(one: Box | null, other: Box): Box {
  if (!one) return other;
  return { left: Math.max(one.left, other.left), bottom: Math.max(one.bottom, other.bottom), right: Math.min(one.right, other.right), top: Math.min(one.top, other.top) };
}

