import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicDecision } from "#app/components/publication/decisions/decision-page.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findDecisionsFacts, listPublicDecisions, readDecisionsState } from "#app/domain/publication/decisions.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, context, params: { slug = "", decision: number = "" } }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url);
  const state = await readDecisionsState(slug);
  const published = await findDecisionsFacts(slug);
  const decision = published && (await listPublicDecisions(slug)).find((each) => String(each.number) === number);
  if (!published || !decision) throw notFound();
  pageDependsOn(context, state, () => readDecisionsState(slug));
  return { partnership: published.facts.partnership, decision, origin };
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  shown ? pageMeta({ title: `Decision ${String(shown.decision.number)}`, partnership: shown.partnership.name, description: shown.decision.sentence, canonical: shown.origin + pathTo.decision(shown.partnership.slug, shown.decision.number) }) : [];

export default function Decision() {
  const { partnership, decision } = useLoaderData<typeof loader>();
  return <PublicDecision partnership={partnership} decision={decision} />;
}
