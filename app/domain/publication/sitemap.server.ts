import { pathTo } from "./addresses.ts";
import { listAgencyListDates } from "./agency-list.server.ts";
import { listArchiveDates } from "./archive.server.ts";
import { listPublishedYears } from "./national-funding.server.ts";
import { listDecisionDates } from "./decisions.server.ts";
import { listPriorityDates } from "./priorities.server.ts";
import { listDirectoryDates, listReadableVersions, listYoungPeoplePages } from "./queries.server.ts";

const standing = ["/", "/directory", "/funding", "/about", "/report-a-concern", "/contact", "/glossary", "/open-data", "/accessibility", "/privacy", "/cookies", "/guidance", "/verify", "/search"];

/** Every public address, with the day it last changed where that is known (sitemaps.org 0.9). */
export async function sitemap(origin: string): Promise<string> {
  const [directories, versions, forYoungPeople, archives, funding, agencies, decisions, priorities] = await Promise.all([listDirectoryDates(), listReadableVersions(), listYoungPeoplePages(), listArchiveDates(), listPublishedYears(), listAgencyListDates(), listDecisionDates(), listPriorityDates()]);
  const current = versions.filter((version) => version.state === "published");
  const addresses: { path: string; changed?: string }[] = [
    ...standing.map((path) => ({ path })),
    ...directories.map(({ slug, publishedAt }) => ({ path: pathTo.partnership(slug), changed: publishedAt })),
    ...directories.map(({ slug, publishedAt }) => ({ path: pathTo.reportAConcern(slug), changed: publishedAt })),
    ...directories.map(({ slug, publishedAt }) => ({ path: pathTo.updates(slug), changed: publishedAt })),
    ...[...new Set(funding.map(({ slug }) => slug))].map((slug) => ({ path: pathTo.funding(slug) })),
    ...funding.map(({ slug, year }) => ({ path: pathTo.funding(slug, year) })),
    ...agencies.map(({ slug, publishedAt }) => ({ path: pathTo.agencies(slug), changed: publishedAt })),
    ...decisions.map(({ slug, publishedAt }) => ({ path: pathTo.decisions(slug), changed: publishedAt })),
    ...[...new Set(priorities.map(({ slug }) => slug))].map((slug) => ({ path: pathTo.priorities(slug) })),
    ...priorities.map(({ slug, priority, publishedAt }) => ({ path: pathTo.priority(slug, priority), changed: publishedAt })),
    ...archives.map(({ slug, changedAt }) => ({ path: pathTo.archive(slug), changed: changedAt })),
    ...current.map(({ slug, kind, publishedAt }) => ({ path: pathTo.document({ slug, kind }), changed: publishedAt })),
    ...forYoungPeople.map(({ slug, kind, publishedAt }) => ({ path: pathTo.youngPeople({ slug, kind }), changed: publishedAt })),
    ...versions.map(({ slug, kind, number, publishedAt }) => ({ path: pathTo.version({ slug, kind }, number), changed: publishedAt })),
  ];
  const urls = addresses.map(({ path, changed }) => `<url><loc>${origin}${path}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}
