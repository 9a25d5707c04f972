import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicPriorities, type PublicPrioritiesProps } from "#app/components/publication/priorities/priorities-page.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { listPublishedPriorities, readPrioritiesState } from "#app/domain/publication/priorities.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, context, params: { slug = "" } }: LoaderFunctionArgs): Promise<PublicPrioritiesProps> {
  const state = await readPrioritiesState(slug);
  const [directory, priorities] = await Promise.all([findDirectory(slug), listPublishedPriorities(slug)]);
  const partnership = priorities[0]?.facts.partnership ?? directory?.facts.partnership;
  if (!partnership) throw notFound();
  pageDependsOn(context, state, () => readPrioritiesState(slug));
  return { partnership, priorities, origin: new URL(request.url).origin };
}

export const meta = ({ data }: { data?: PublicPrioritiesProps }) => {
  if (!data) return [];
  const path = data.origin + pathTo.priorities(data.partnership.slug);
  return [
    ...pageMeta({ title: "Priorities", partnership: data.partnership.name, description: `What ${data.partnership.name} set out to improve for children, and what its figures show so far.`, canonical: path }),
    { tagName: "link", rel: "alternate", type: "application/json", href: `${path}.json` },
  ];
};

export default function Priorities() {
  return <PublicPriorities {...useLoaderData<typeof loader>()} />;
}
