import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { NamedAgency } from "#app/components/publication/agencies/named-agency.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { listNaming } from "#app/domain/publication/agency-list.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { agency = "" } }: LoaderFunctionArgs) {
  const naming = await listNaming(agency);
  const [first] = naming;
  if (!first) throw notFound();
  return { name: first.agency.name, id: first.agency.id, naming, origin: new URL(request.url).origin };
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  page ? pageMeta({ title: page.name, description: `Which safeguarding partnerships name ${page.name} as a relevant agency, and why.`, canonical: page.origin + pathTo.agency(page.id) }) : [];

export default function Agency() {
  const { name, naming } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <NamedAgency name={name} naming={naming} />
    </PublicFrame>
  );
}
