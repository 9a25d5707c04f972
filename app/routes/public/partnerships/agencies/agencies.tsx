import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { drawCoverage } from "#app/components/charts/coverage-chart.server.ts";
import { AgenciesView, type AgenciesViewProps } from "#app/components/publication/agencies/agencies-page.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { agenciesOnPublicPage, findListed, readAgencyListQuery } from "#app/domain/publication/agency-list.ts";
import { findAgencyList, readAgencyListState } from "#app/domain/publication/agency-list.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { listBodies } from "#app/domain/publication/representative-bodies.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { findRepresentatives } from "#app/domain/publication/voice.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, context, params: { slug = "" } }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const state = await readAgencyListState(slug);
  const found = await findAgencyList(slug);
  pageDependsOn(context, state, () => readAgencyListState(slug));
  const show = (shown: AgenciesViewProps, status = 200) => data(shown, { status });
  if (!found) {
    const directory = await findDirectory(slug);
    if (!directory) throw notFound();
    return show({ view: "none", partnership: directory.facts.partnership, origin });
  }
  const { outline, takenDown, ...published } = found;
  const { partnership } = published.facts;
  if (!outline) return show({ view: "taken-down", partnership, takenDown, sha256: published.facts.outlineSha256 ?? null, origin }, 410);
  const query = readAgencyListQuery(searchParams);
  const listed = findListed(outline, query);
  const { coverage } = published.facts;
  const charts = { gias: drawCoverage(coverage?.gias ?? null), "early-years": drawCoverage(coverage?.["early-years"] ?? null) };
  return show({ view: "list", partnership, origin, charts, published: { ...published, facts: { ...published.facts, agencyIds: [] } }, categories: outline.categories, query, bodies: listBodies(outline), representatives: await findRepresentatives(slug), found: listed.length, list: pageOf(listed, searchParams.get("page"), agenciesOnPublicPage) });
}

export const meta = ({ data: shown }: { data?: AgenciesViewProps }) => {
  if (!shown) return [];
  const path = shown.origin + pathTo.agencies(shown.partnership.slug);
  const narrowed = shown.view === "list" && Boolean(shown.query.q || shown.query.sector || shown.query.category);
  return [
    ...pageMeta({ title: "Relevant agencies", partnership: shown.partnership.name, description: `Which schools, health services, charities and others ${shown.partnership.name} has named to keep children safe with it, and why.`, canonical: path, hidden: narrowed }),
    ...(shown.view === "list" ? [{ tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` }] : []),
  ];
};

export default function Agencies() {
  return <AgenciesView {...useLoaderData<typeof loader>()} />;
}
