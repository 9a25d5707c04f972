import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** One condition for each word of a question: that one of the texts, all in small letters, has it, wherever. */
export function wordsIn(question: string, texts: readonly SQLWrapper[]): SQL[] {
  const words = question.split(/\s+/).filter(Boolean);
  return words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    // The database makes the letters small on both sides, so that both become the same.
    return sql`(${sql.join(texts.map((text) => sql`${text} like lower(${pattern}::text)`), sql` or `)})`;
  });
}
