const ZERO_WIDTH_SPACE = "\u200b";
const AFTER_MARK = /(?<=[/._\-?&=#@:,;+~%|])(?=[^\s])/u;
/** An amount of money: cut at a line end, it would be read as another. */
export const AMOUNT = /^[−-]?£[\d,]+(?:\.\d\d)?$/u;
const ORDINARY_WORD = /^[(“‘"]?[\p{L}’'-]+[,.;:)”"]*$/u;

/**
 * Lets words too long for their column break: after a mark such as / or @, else every few letters. Ordinary words are
 * left alone (in tables they hyphenate), and so are amounts of money. `columns` is how many columns share the page's width.
 */
export function breakable(text: string, columns = 1): string {
  const longest = Math.max(10, Math.floor(52 / columns));
  return text.replace(/\S{10,}/g, (word) => {
    const hyphenates = columns > 1 && word.length <= 40 && ORDINARY_WORD.test(word);
    if (word.length <= longest || hyphenates || AMOUNT.test(word)) return word;
    return word
      .split(AFTER_MARK)
      .map((part) => chunks(part, Math.min(longest, 16)).join(ZERO_WIDTH_SPACE))
      .join(ZERO_WIDTH_SPACE);
  });
}

/** Pieces of at most `size` characters; a combining mark stays with its letter. */
function chunks(word: string, size: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let count = 0;
  for (const character of word) {
    if (count >= size && !/\p{M}/u.test(character)) {
      pieces.push(piece);
      piece = "";
      count = 0;
    }
    piece += character;
    count += 1;
  }
  return piece === "" ? pieces : [...pieces, piece];
}
