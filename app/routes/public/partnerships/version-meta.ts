import type { MetaDescriptor } from "@remix-run/node";

import type { VersionViewProps } from "#app/components/publication/version-view.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { documentStructuredData } from "#app/domain/publication/structured-data.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";

/** Title, description and links of a version's page. The current version's permanent address is that of the arrangements. */
export function versionMeta(shown: VersionViewProps | undefined): MetaDescriptor[] {
  if (!shown) return [];
  if (shown.view === "taken-down") return pageMeta({ title: "This version has been taken down", partnership: shown.partnership.name, hidden: true });
  const { facts, version, origin } = shown;
  const { slug, name } = facts.partnership;
  const current = version.state === "published";
  const path = origin + (current ? pathTo.arrangements(slug) : pathTo.version(slug, version.number));
  return [
    ...pageMeta({
      title: current ? facts.title : `${facts.title}, version ${String(version.number)}`,
      partnership: name,
      description: `How the council, the NHS and the police of ${name} work together to keep children safe. Version ${String(version.number)}, signed by every lead safeguarding partner.`,
      canonical: path,
    }),
    { tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` },
    { tagName: "link", rel: "alternate", type: "application/pdf", href: `${path}.pdf` },
    { tagName: "link", rel: "license", href: licence.url },
    { "script:ld+json": documentStructuredData(origin, facts, version) },
  ];
}
