import { type SQL, sql, type SQLWrapper } from "drizzle-orm";

/** Whether a text, all in small letters, has a word, wherever. */
type HasIt = (text: SQLWrapper) => SQL;

/** One condition for each word of a question: where a row may have it is the caller's to say. */
export function wordsIn(question: string, isFound: (hasIt: HasIt) => SQL): SQL[] {
  const words = question.split(/\s+/).filter(Boolean);
  return words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    // The database makes the letters small on both sides, so that both become the same.
    return sql`(${isFound((text) => sql`${text} like lower(${pattern}::text)`)})`;
  });
}
