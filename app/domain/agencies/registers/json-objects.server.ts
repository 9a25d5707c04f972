/** Most characters of one object: an entry of a register has some two thousand. */
const longestObject = 200_000;

/** A file is no list of objects, or one of them is broken. */
export class NotJson extends Error {}

/**
 * The text of each object of a JSON list whose text comes in pieces, with never more than one object and one piece in
 * memory. Objects that follow each other without a list around them are taken too. Throws `NotJson` when one has no end.
 */
export async function* jsonObjects(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  const scan = /["\\{}]/g;
  let held = "";
  let at = 0;
  let depth = 0;
  let inString = false;
  for await (const piece of pieces) {
    held += piece;
    scan.lastIndex = at;
    let begin = 0;
    for (let found = scan.exec(held); found; found = scan.exec(held)) {
      const [mark] = found;
      if (inString) {
        if (mark === "\\") scan.lastIndex += 1;
        if (mark === '"') inString = false;
      } else if (mark === '"') inString = true;
      else if (mark === "{") {
        if (depth === 0) begin = found.index;
        depth += 1;
      } else if (mark === "}" && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          yield held.slice(begin, found.index + 1);
          begin = found.index + 1;
        }
      }
      at = scan.lastIndex;
    }
    held = depth > 0 ? held.slice(begin) : "";
    at = depth > 0 ? Math.max(at - begin, 0) : 0;
    if (held.length > longestObject) throw new NotJson();
  }
  if (depth > 0) throw new NotJson();
}

/** An object by its text. Throws `NotJson`. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: Record<string, unknown> = JSON.parse(text);
    return value;
  } catch {
    throw new NotJson();
  }
}
