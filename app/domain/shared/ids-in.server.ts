import { type SQL, sql } from "drizzle-orm";

/** Ids for `in`, as one parameter however many: a list of thousands would be as many parameters. */
export function idsIn(ids: readonly string[]): SQL {
  return sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
}
