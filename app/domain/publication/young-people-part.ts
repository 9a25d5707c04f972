import { youngPeopleOpening } from "#app/domain/documents/text/young-people-opening.ts";

const closing = "</section>";

/**
 * The page for children and young people out of the HTML that was signed, character for character; null when it has none.
 * Nothing within a section opens another, so the first end is its own.
 */
export function youngPeoplePart(html: string): string | null {
  const start = html.indexOf(youngPeopleOpening);
  return start === -1 ? null : html.slice(start, html.indexOf(closing, start) + closing.length);
}
