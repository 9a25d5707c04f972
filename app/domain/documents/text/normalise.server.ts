export interface NormaliseOptions {
  /** Longest text allowed, in characters (UTF-16 units) after normalising. */
  maxLength?: number;
  /** A title or a name: line breaks are refused. */
  singleLine?: boolean;
}

export type NormaliseResult = { ok: true; text: string } | { ok: false; problem: string };

/** About 15,000 words: longer than any whole set of arrangements, let alone one section. */
export const MAX_SECTION_LENGTH = 100_000;
export const MAX_LINE_LENGTH = 300;

const LONE_SURROGATE = /\p{Surrogate}/u;
const LINE_ENDINGS = /\r\n?|\u2028|\u2029|\u0085/g;
/** Word processors leave these behind. They are invisible, and one of them could hide an identifier from the detectors. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const CONTROL = /[^\n\P{Cc}]/u;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const HIDDEN_TAG = /[\u{e0000}-\u{e007f}\ufff9-\ufffb]/u;
const PRIVATE_USE = /\p{Private_Use}/u;
const UNASSIGNED = /\p{Unassigned}/u;

/**
 * The one way typed text enters a document: Unicode NFC, line feeds only, tabs as four spaces, no trailing white space,
 * no invisible filler. Characters that could mislead a reader or break a rendering are refused, never dropped silently.
 */
export function normaliseText(input: string, options: NormaliseOptions = {}): NormaliseResult {
  const maxLength = options.maxLength ?? (options.singleLine ? MAX_LINE_LENGTH : MAX_SECTION_LENGTH);
  // Checked first, so that an enormous text costs nothing more; NFC and clean-up only ever shorten text this much.
  if (input.length > maxLength * 2) return tooLong(maxLength);
  if (LONE_SURROGATE.test(input)) {
    return refuse("The text contains half of a character (a broken emoji or symbol). Delete it and type it again.");
  }

  const lines = input
    .replace(LINE_ENDINGS, "\n")
    .replace(/\t/g, "    ")
    .replace(INVISIBLE, "")
    .normalize("NFC");

  const refused = refusedCharacter(lines);
  if (refused) return refuse(refused);

  const text = lines
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .replace(/\n+$/, "");
  const finished = options.singleLine ? text.trim() : text;
  if (options.singleLine && finished.includes("\n")) return refuse("Write this on one line.");
  if (finished.length > maxLength) return tooLong(maxLength);
  return { ok: true, text: finished };
}

function refusedCharacter(text: string): string | null {
  const control = CONTROL.exec(text);
  if (control) {
    return `Line ${lineOf(text, control.index)} contains a character that cannot be seen or printed (${codePoint(control[0])}). Delete it: retyping the words around it usually helps.`;
  }
  const direction = DIRECTION.exec(text);
  if (direction) {
    return `Line ${lineOf(text, direction.index)} contains a hidden mark that changes the direction of the text (${codePoint(direction[0])}), so that readers could see something else than what is signed. Retype the words around it.`;
  }
  const hidden = HIDDEN_TAG.exec(text);
  if (hidden) {
    return `Line ${lineOf(text, hidden.index)} contains a hidden character (${codePoint(hidden[0])}). Retype the words around it.`;
  }
  const symbol = PRIVATE_USE.exec(text);
  if (symbol) {
    return `Line ${lineOf(text, symbol.index)} contains a symbol that only one font can show (${codePoint(symbol[0])}), often a bullet pasted from a word processor. Replace it, for example with a hyphen.`;
  }
  const unassigned = UNASSIGNED.exec(text);
  if (unassigned) {
    return `Line ${lineOf(text, unassigned.index)} contains a code that is not a character (${codePoint(unassigned[0])}). Delete it.`;
  }
  return null;
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function tooLong(maxLength: number): NormaliseResult {
  return refuse(`The text is too long. It can have at most ${maxLength.toLocaleString("en-GB")} characters.`);
}

function refuse(problem: string): NormaliseResult {
  return { ok: false, problem };
}
