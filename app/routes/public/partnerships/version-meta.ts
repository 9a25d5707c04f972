import type { MetaDescriptor } from "@remix-run/node";

import { feedLink } from "#app/components/publication/feed-link.ts";
import type { VersionViewProps } from "#app/components/publication/version-view.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { documentStructuredData } from "#app/domain/publication/structured-data.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";

/** Title, description and links of a version's page. The current version's permanent address is that of the document. */
export function versionMeta(shown: VersionViewProps | undefined): MetaDescriptor[] {
  if (!shown) return [];
  if (shown.view === "taken-down") return pageMeta({ title: "This version has been taken down", partnership: shown.partnership.name, hidden: true });
  const { facts, version, origin } = shown;
  const { slug, name } = facts.partnership;
  const at = { slug, kind: version.kind };
  const current = version.state === "published";
  const path = origin + (current ? pathTo.document(at) : pathTo.version(at, version.number));
  return [
    ...pageMeta({
      title: current ? facts.title : `${facts.title}, version ${String(version.number)}`,
      partnership: name,
      description: `${documentWords(version.kind).fullName} of ${name}. Version ${String(version.number)}, signed by every lead safeguarding partner.`,
      canonical: path,
    }),
    { tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` },
    { tagName: "link", rel: "alternate", type: "application/pdf", href: `${path}.pdf` },
    feedLink(origin, facts.partnership),
    { tagName: "link", rel: "license", href: licence.url },
    { "script:ld+json": documentStructuredData(origin, facts, version) },
  ];
}
