import { pathTo } from "./addresses.ts";
import type { DirectoryFacts, DocumentFacts } from "./record.ts";
import type { PublishedVersion } from "./rules.ts";
import { licence } from "./vocabulary.ts";

/** schema.org descriptions for search engines, as data blocks: browsers run nothing in them. */

export function partnershipStructuredData(origin: string, facts: DirectoryFacts) {
  return {
    "@context": "https://schema.org",
    "@type": "GovernmentOrganization",
    "@id": origin + pathTo.partnership(facts.partnership.slug),
    name: facts.partnership.name,
    url: origin + pathTo.partnership(facts.partnership.slug),
    areaServed: facts.areas.map((area) => ({ "@type": "AdministrativeArea", name: area.name, identifier: area.code })),
    member: facts.seats.map((seat) => ({ "@type": "GovernmentOrganization", name: seat.organisation, identifier: seat.organisationCode })),
  };
}

export function documentStructuredData(origin: string, facts: DocumentFacts, version: PublishedVersion) {
  const { slug, name } = facts.partnership;
  const path = origin + pathTo.version({ slug, kind: version.kind }, version.number);
  return {
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    "@id": path,
    name: facts.title,
    version: String(version.number),
    url: path,
    inLanguage: "en-GB",
    license: licence.url,
    datePublished: version.publishedAt,
    identifier: `sha256:${version.sha256.content}`,
    publisher: { "@type": "GovernmentOrganization", name, url: origin + pathTo.partnership(slug) },
    encoding: [
      { "@type": "MediaObject", encodingFormat: "application/pdf", contentUrl: `${path}.pdf` },
      { "@type": "MediaObject", encodingFormat: "application/json", contentUrl: `${path}.json` },
    ],
  };
}
