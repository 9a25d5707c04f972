import { Feed } from "feed";

import { escapeHtml } from "#app/domain/documents/text/render-inline.server.ts";

import { pathTo } from "./addresses.ts";
import type { Update } from "./updates.ts";
import { licence } from "./vocabulary.ts";

const mostEntries = 50;

/** The newest updates of a partnership, or those of one kind, as Atom (RFC 4287). The same updates make the same bytes. */
export function atomFeed(origin: string, partnership: { slug: string; name: string }, updates: readonly Update[], { of = "updates", at = pathTo.updates(partnership.slug), feedAt = pathTo.feed(partnership.slug), description = "What was published, corrected or withdrawn, and who is accountable." } = {}): string {
  const page = origin + at;
  const feed = new Feed({
    id: page,
    title: `${partnership.name}: ${of}`,
    description,
    link: page,
    language: "en-GB",
    copyright: licence.name,
    generator: "Safeguarding partnerships",
    updated: new Date(updates[0]?.at ?? 0),
    feedLinks: { atom: origin + feedAt },
    author: { name: partnership.name, link: origin + pathTo.partnership(partnership.slug) },
  });
  // Titles and summaries go out as HTML, so what people wrote is escaped as such.
  for (const { id, at, title, lines, path } of updates.slice(0, mostEntries)) {
    feed.addItem({ id, title: escapeHtml(title), link: origin + path, date: new Date(at), published: new Date(at), description: (lines.length > 0 ? lines : [title]).map((line) => `<p>${escapeHtml(line)}</p>`).join("") });
  }
  return feed.atom1();
}
