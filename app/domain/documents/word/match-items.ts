import type { GuidanceItem } from "#app/domain/guidance/vocabulary.ts";

const passedOver = new Set("a an and are arrangements as at be by child children for from how in is it local of on or our partners partnership safeguarding section that the their they this to we what which who will with".split(" "));
/** Share of an item's telling words that a heading must have. */
const likely = 0.6;

/**
 * The item of the guidance that a heading most likely answers, or null: the one with the largest share of its telling
 * words in the heading. A person looks at every match before it counts.
 */
export function matchItem(heading: string, items: readonly Pick<GuidanceItem, "id" | "title">[]): string | null {
  const words = new Set(tellingWords(heading));
  let best: { id: string; score: number } | null = null;
  for (const item of items) {
    const wanted = tellingWords(item.title);
    const found = wanted.filter((word) => words.has(word)).length;
    const smaller = Math.min(wanted.length, words.size);
    const score = smaller === 0 ? 0 : (found / smaller) * (found / Math.max(wanted.length, words.size) + 1);
    if (found > 0 && found / smaller >= likely && score > (best?.score ?? 0)) best = { id: item.id, score };
  }
  return best?.id ?? null;
}

/** Words that say what a heading is about, without their endings, so that “reviews” meets “reviewing”. */
function tellingWords(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return [...new Set(words.filter((word) => !passedOver.has(word)).map((word) => (word.length > 5 ? word.replace(/(?:ations?|ments?|ings?|ies|ers?|ed|es|s|y)$/, "") : word.replace(/s$/, ""))))];
}
