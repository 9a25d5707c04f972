export type TextEncoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** Bytes of a file that are looked at before it is read. */
export const sampleSize = 1_000_000;

/** A file turned out to be no text. */
export class NotText extends Error {}

/**
 * How the file is written that begins like this; null when it is no text. No register says it in its file: schools are in
 * Windows-1252, charities in UTF-8, and a spreadsheet saves either as it likes. A megabyte of a register has letters beyond
 * ASCII, and such letters in Windows-1252 do not look like UTF-8; to look further would be to read the file twice. Where
 * all of it is ASCII, the rest is taken to be as the register is `published`.
 */
export function encodingOf(sample: Uint8Array, published: "utf-8" | "windows-1252"): TextEncoding | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  if (sample[0] === 0xfe && sample[1] === 0xff) return "utf-16be";
  if (sample.includes(0)) return null;
  if (sample.every((byte) => byte < 0x80)) return published;
  try {
    // A letter cut in two at the end is none that is wrong.
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Decodes the chunks of a file one by one, without its byte order mark. Throws `NotText` at a null character. */
export function decodeAs(encoding: TextEncoding) {
  return async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield checked(decoder.decode(chunk, { stream: true }));
    yield checked(decoder.decode());
  };
}

function checked(text: string): string {
  if (text.includes("\0")) throw new NotText();
  return text;
}
