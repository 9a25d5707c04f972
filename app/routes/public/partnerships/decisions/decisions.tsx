import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicDecisions, type PublicDecisionsProps } from "#app/components/publication/decisions/decisions-page.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findPublicDecisions, readPublicDecisionQuery, yearsOf } from "#app/domain/publication/decisions.ts";
import { findDecisionsFacts, listPublicDecisions, readDecisionsState } from "#app/domain/publication/decisions.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

const decisionsOnPage = 50;

export async function loader({ request, context, params: { slug = "" } }: LoaderFunctionArgs): Promise<PublicDecisionsProps & { origin: string }> {
  const { searchParams, origin } = new URL(request.url);
  const state = await readDecisionsState(slug);
  const published = await findDecisionsFacts(slug);
  const decisions = published ? await listPublicDecisions(slug) : [];
  pageDependsOn(context, state, () => readDecisionsState(slug));
  const partnership = published?.facts.partnership ?? (await findDirectory(slug))?.facts.partnership;
  if (!partnership) throw notFound();
  const query = readPublicDecisionQuery(searchParams);
  const found = findPublicDecisions(decisions, query);
  return { partnership, origin, published, query, years: yearsOf(decisions), all: decisions.length, found: found.length, list: pageOf(found, searchParams.get("page"), decisionsOnPage) };
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>> }) => {
  if (!shown) return [];
  const path = shown.origin + pathTo.decisions(shown.partnership.slug);
  const narrowed = Boolean(shown.query.q || shown.query.matter || shown.query.year);
  return [
    ...pageMeta({ title: "Decisions", partnership: shown.partnership.name, description: `What the safeguarding partners of ${shown.partnership.name} decided: who, under which delegation, what else was considered and what it leads to.`, canonical: path, hidden: narrowed }),
    ...(shown.published ? [{ tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` }, { tagName: "link", rel: "alternate", type: "application/atom+xml", title: `${shown.partnership.name}: decisions`, href: `${path}.atom` }] : []),
  ];
};

export default function Decisions() {
  return <PublicDecisions {...useLoaderData<typeof loader>()} />;
}
