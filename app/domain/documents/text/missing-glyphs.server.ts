import { readFileSync } from "node:fs";
import { FONT_FILES } from "./font-files.server.ts";

let covered: ReadonlySet<number> | null = null;

/**
 * The characters of a text that the PDF's fonts cannot show, each once, in order of appearance. Not empty means that
 * the version cannot be frozen: a PDF with holes would not be what was signed.
 */
export function missingGlyphs(text: string): string[] {
  covered ??= commonCoverage();
  const missing = new Set<string>();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character !== "\n" && !covered.has(code)) missing.add(character);
  }
  return [...missing];
}

function commonCoverage(): Set<number> {
  const [first = new Set<number>(), ...others] = FONT_FILES.map((file) => readCoverage(readFileSync(file)));
  return new Set([...first].filter((code) => others.every((other) => other.has(code))));
}

/** Code points in a TrueType file's character map, format 12 ("cmap" in the OpenType specification). */
function readCoverage(font: Buffer): Set<number> {
  const map = findTable(font, "cmap");
  const count = font.readUInt16BE(map + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    if (font.readUInt16BE(subtable) === 12) return readGroups(font, subtable);
  }
  throw new Error("The font has no format 12 character map");
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

function readGroups(font: Buffer, subtable: number): Set<number> {
  const codes = new Set<number>();
  const groups = font.readUInt32BE(subtable + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = subtable + 16 + index * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code += 1) codes.add(code);
  }
  return codes;
}
