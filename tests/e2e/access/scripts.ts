import { expect } from "vitest";

/** The addresses of pages that are sent with a script, and which: every other page is the same with JavaScript and without. */
export const withScript = {
  "/portal/:partnership/:document/sections/:section": [expect.stringMatching(/^<script type="module" src="\/assets\/keep-unsaved-[\w-]+\.js">$/)],
};

/** The signed-in pages that scripts.test.ts shows, because they need more than routes.test.ts has. */
export const shownElsewhere = [
  "/admin/partnerships/new/check",
  "/admin/partnerships/new/details",
  "/admin/partnerships/new/health",
  "/portal/:partnership/:document/pdf",
  "/portal/:partnership/:document/versions/:number/erase/confirm",
  "/portal/:partnership/:document/versions/:number/unschedule",
  "/portal/:partnership/earlier-documents/:entry/erase/confirm",
  "/portal/:partnership/funding/:year/:lines/:line/vary",
];

/** What was sent at the addresses of the URL map. */
export interface Seen {
  /** Where a page was shown, and not only a refusal. */
  shown: Set<string>;
  /** The scripts by the address that sent them. */
  scripts: Record<string, string[]>;
}

/** Takes note of an answer, if it is HTML. */
export async function see({ shown, scripts }: Seen, path: string, response: Response): Promise<void> {
  if (!response.headers.get("content-type")?.startsWith("text/html")) return;
  // A form that came back with errors is the page itself.
  if (response.ok || response.status === 422) shown.add(path);
  const found = scriptsIn(await response.text());
  if (found.length > 0) scripts[path] = [...new Set([...(scripts[path] ?? []), ...found])];
}

/** A tag with its attributes, whose values may hold anything. */
const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** The tags that a browser with JavaScript treats otherwise than one without. */
export function scriptsIn(html: string): string[] {
  return (html.match(tags) ?? []).filter((tag) => isScript(tag) || hasHandler(tag) || leadsToScript(tag));
}

/** JSON-LD is data: no browser runs it. */
const isScript = (tag: string) => /^<(no)?script\b/i.test(tag) && !/ type="application\/ld\+json"/.test(tag);
const hasHandler = (tag: string) => /[\s"/]on\w+\s*=/i.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, '""'));
const leadsToScript = (tag: string) => /=\s*["']?\s*javascript:/i.test(tag);
