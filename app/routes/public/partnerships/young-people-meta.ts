import type { MetaDescriptor } from "@remix-run/node";

import type { YoungPeopleViewProps } from "#app/components/publication/young-people-view.tsx";
import { youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { pageMeta } from "#app/http/page-meta.ts";

/** Title, description and permanent address of a page for young people. */
export function youngPeopleMeta(shown: YoungPeopleViewProps | undefined): MetaDescriptor[] {
  if (!shown) return [];
  if (shown.view === "taken-down") return pageMeta({ title: "This version has been taken down", partnership: shown.partnership.name, hidden: true });
  const { facts, version, origin } = shown;
  const { slug, name } = facts.partnership;
  const current = version.state === "published";
  return pageMeta({
    title: current ? youngPeople.audience : `${youngPeople.audience}, version ${String(version.number)}`,
    partnership: name,
    description: `How ${name} keeps children safe, in plain words: who helps, how to be heard, and who to talk to.`,
    canonical: origin + pathTo.youngPeople({ slug, kind: version.kind }, current ? undefined : version.number),
  });
}
