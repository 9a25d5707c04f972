import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { NamedAgency } from "#app/components/publication/agencies/named-agency.tsx";
import { TakenDownAgency } from "#app/components/publication/agencies/taken-down-agency.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { listNaming, listTakenDownNaming } from "#app/domain/publication/agency-list.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { agency = "" } }: LoaderFunctionArgs) {
  const naming = await listNaming(agency);
  const [first] = naming;
  if (first) return data({ view: "named" as const, name: first.agency.name, id: first.agency.id, naming, origin: new URL(request.url).origin });
  const takenDown = await listTakenDownNaming(agency);
  if (takenDown.length === 0) throw notFound();
  return data({ view: "taken-down" as const, takenDown }, { status: 410 });
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => {
  if (!page) return [];
  if (page.view === "taken-down") return pageMeta({ title: "Taken down for safety", hidden: true });
  return pageMeta({ title: page.name, description: `Which safeguarding partnerships name ${page.name} as a relevant agency, and why.`, canonical: page.origin + pathTo.agency(page.id) });
};

export default function Agency() {
  const page = useLoaderData<typeof loader>();
  return <PublicFrame>{page.view === "named" ? <NamedAgency name={page.name} naming={page.naming} /> : <TakenDownAgency takenDown={page.takenDown} />}</PublicFrame>;
}
