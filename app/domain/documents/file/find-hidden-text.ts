import { apply, type Box, type Matrix, readMatrix, readNumbers, times, unchanged } from "./geometry.ts";
import { boxAround, type Colour, type HiddenKind, PaintedPage, within } from "./painted-page.ts";
import { readPath } from "./read-path.ts";

/** One step of drawing a page, as pdf.js names it. */
export interface Step {
  name: string;
  args: readonly unknown[];
}

interface State {
  placed: Matrix;
  /** What may be painted on; null is everything. `sure` is false when its outline is no upright rectangle. */
  clip: Box | null;
  sure: boolean;
  fill: Colour;
  stroke: Colour;
  /** 1 is opaque, 0 cannot be seen. */
  alpha: number;
  /** Whether a mask or a way of mixing colours lets through what is below. */
  masked: boolean;
  mixed: boolean;
  /** Whether a group around it is see-through, or is itself only a mask. */
  inside: "plain" | "see-through" | "mask";
  rendering: number;
  size: number;
  leading: number;
  betweenLetters: number;
  betweenWords: number;
  width: number;
  rise: number;
}

const first: State = { placed: unchanged, clip: null, sure: true, fill: "#000000", stroke: "#000000", alpha: 1, masked: false, mixed: false, inside: "plain", rendering: 0, size: 0, leading: 0, betweenLetters: 0, betweenWords: 0, width: 1, rise: 0 };
const unit: Box = { left: 0, bottom: 0, right: 1, top: 1 };

/** Follows the drawing of a page and says in which ways it hides words. `isShown` says whether a layer is switched on. */
export function findHiddenText(steps: readonly Step[], isShown: (layer: unknown) => boolean): HiddenKind[] {
  const drawing = new Drawing(isShown);
  for (const step of steps) drawing.follow(step);
  return drawing.page.hidden();
}

class Drawing {
  readonly page = new PaintedPage();
  readonly #isShown: (layer: unknown) => boolean;
  #state = first;
  readonly #kept: State[] = [];
  readonly #layers: boolean[] = [];
  #line: Matrix = unchanged;
  #text: Matrix = unchanged;
  #clips = false;

  constructor(isShown: (layer: unknown) => boolean) {
    this.#isShown = isShown;
  }

  follow({ name, args }: Step): void {
    const [value] = args;
    const number = typeof value === "number" ? value : 0;
    const colour = typeof value === "string" && value.startsWith("#") ? value : null;
    switch (name) {
      case "save":
        return void this.#kept.push(this.#state);
      case "beginGroup":
        return this.#beginGroup(value);
      case "restore":
      case "endGroup":
      case "paintFormXObjectEnd":
      case "endAnnotation":
        return void (this.#state = this.#kept.pop() ?? this.#state);
      case "transform":
        return this.#move(readMatrix(args));
      case "paintFormXObjectBegin":
        return this.#begin(readMatrix(args[0]), args[1]);
      case "beginAnnotation":
        this.#begin(readMatrix(args[2]), null);
        return this.#move(readMatrix(args[3]));
      case "setGState":
        return this.#setState(value);
      case "setFillRGBColor":
        return this.#set({ fill: colour });
      case "setFillColorN":
      case "setFillTransparent":
        return this.#set({ fill: null });
      case "setStrokeRGBColor":
        return this.#set({ stroke: colour });
      case "setStrokeColorN":
      case "setStrokeTransparent":
        return this.#set({ stroke: null });
      case "clip":
      case "eoClip":
        this.#clips = true;
        return;
      case "constructPath":
        return this.#path(args);
      case "shadingFill":
        return this.page.paint({ left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 }, unchanged, this.#state.clip, null);
      case "beginMarkedContent":
        return void this.#layers.push(true);
      case "beginMarkedContentProps":
        return void this.#layers.push(value !== "OC" || this.#isShown(args[1]));
      case "endMarkedContent":
        return void this.#layers.pop();
      case "setFont":
        return this.#set({ size: readNumbers([args[1]])[0] ?? 0 });
      case "setLeading":
        return this.#set({ leading: -number });
      case "setCharSpacing":
        return this.#set({ betweenLetters: number });
      case "setWordSpacing":
        return this.#set({ betweenWords: number });
      case "setHScale":
        return this.#set({ width: number / 100 });
      case "setTextRise":
        return this.#set({ rise: number });
      case "setTextRenderingMode":
        return this.#set({ rendering: number });
      default:
        if (name.startsWith("paintImage") || name.startsWith("paintInlineImage") || name.startsWith("paintSolidColorImageMask")) return this.page.paint(unit, this.#state.placed, this.#state.clip, null);
        return this.#write(name, args);
    }
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #move(by: Matrix | null): void {
    if (by) this.#set({ placed: times(this.#state.placed, by) });
  }

  #begin(by: Matrix | null, bounds: unknown): void {
    this.#kept.push(this.#state);
    this.#move(by);
    const [left, bottom, right, top] = readNumbers(bounds);
    if (left !== undefined && bottom !== undefined && right !== undefined && top !== undefined) this.#narrow({ left, bottom, right, top }, true);
  }

  #narrow(box: Box, sure: boolean): void {
    const { clip, placed } = this.#state;
    const upright = (placed[1] === 0 && placed[2] === 0) || (placed[0] === 0 && placed[3] === 0);
    this.#set({ clip: within(clip, boxAround(box, placed)), sure: this.#state.sure && sure && upright });
  }

  #beginGroup(options: unknown): void {
    const { inside } = this.#state;
    this.#kept.push(this.#state);
    const isMask = typeof options === "object" && options !== null && "smask" in options && Boolean(options.smask);
    this.#set({ inside: isMask || inside === "mask" ? "mask" : this.#opaque() ? "plain" : "see-through", alpha: 1, masked: false, mixed: false });
  }

  #opaque(): boolean {
    const { alpha, masked, mixed, inside } = this.#state;
    return alpha === 1 && !masked && !mixed && inside === "plain";
  }

  #setState(entries: unknown): void {
    for (const entry of Array.isArray(entries) ? entries : []) {
      const [key, value]: unknown[] = Array.isArray(entry) ? entry : [];
      if (key === "ca" && typeof value === "number") this.#set({ alpha: value });
      if (key === "SMask") this.#set({ masked: Boolean(value) });
      if (key === "BM") this.#set({ mixed: value !== "source-over" });
    }
  }

  #path(args: readonly unknown[]): void {
    const { rectangles, allRectangles, bounds } = readPath(args);
    const { placed, clip, fill, sure } = this.#state;
    if (fills.has(args[0])) {
      const colour = sure && this.#opaque() ? fill : null;
      for (const box of rectangles) this.page.paint(box, placed, clip, colour);
      if (!allRectangles && bounds) this.page.paint(bounds, placed, clip, null);
    }
    if (this.#clips && bounds) this.#narrow(bounds, allRectangles && rectangles.length === 1);
    this.#clips = false;
  }

  #write(name: string, args: readonly unknown[]): void {
    const [x = 0, y = 0] = readNumbers(args);
    if (name === "beginText") this.#line = this.#text = unchanged;
    else if (name === "setTextMatrix") this.#line = this.#text = readMatrix(args[0]) ?? readMatrix(args) ?? unchanged;
    else if (name === "moveText") this.#moveLine(x, y);
    else if (name === "setLeadingMoveText") {
      this.#set({ leading: y });
      this.#moveLine(x, y);
    } else if (name === "nextLine") this.#moveLine(0, this.#state.leading);
    else if (name === "showText" && Array.isArray(args[0])) for (const glyph of args[0]) this.#letter(glyph);
  }

  #moveLine(x: number, y: number): void {
    this.#line = this.#text = times(this.#line, [1, 0, 0, 1, x, y]);
  }

  #letter(glyph: unknown): void {
    const { size, width, betweenLetters, betweenWords, rise, placed } = this.#state;
    if (typeof glyph === "number") return this.#advance((-glyph / 1000) * size * width);
    if (typeof glyph !== "object" || glyph === null || !("width" in glyph) || typeof glyph.width !== "number") return;
    const space = "isSpace" in glyph && glyph.isSpace === true;
    const wide = (glyph.width / 1000) * size;
    const shown = "unicode" in glyph && typeof glyph.unicode === "string" && glyph.unicode.trim() !== "";
    if (shown && this.#state.inside !== "mask") this.page.write(apply(times(placed, this.#text), { x: (wide * width) / 2, y: rise + size * 0.3 }), this.#colour(), this.#hiddenBy());
    this.#advance((wide + betweenLetters + (space ? betweenWords : 0)) * width);
  }

  #advance(by: number): void {
    this.#text = times(this.#text, [1, 0, 0, 1, by, 0]);
  }

  #colour(): Colour {
    const { rendering, fill, stroke } = this.#state;
    if (rendering % 4 === 0) return fill;
    return rendering % 4 === 1 ? stroke : null;
  }

  #hiddenBy(): HiddenKind | null {
    if (this.#layers.includes(false)) return "layer-text";
    return this.#state.rendering === 3 || this.#state.rendering === 7 || this.#state.alpha === 0 ? "invisible-text" : null;
  }
}

/** The numbers pdf.js gives to filling a path, in its several ways. */
const fills: ReadonlySet<unknown> = new Set([22, 23, 24, 25, 26, 27]);
