import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { CouncilContact } from "#app/components/concern/council-contact.tsx";
import { InDangerNow, TalkItThrough } from "#app/components/concern/national-numbers.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const directory = await findDirectory(slug);
  if (!directory) throw notFound();
  const { partnership, areas, contacts = [] } = directory.facts;
  return { partnership, areas, contacts, publishedAt: directory.publishedAt, origin: new URL(request.url).origin };
}

type Page = Awaited<ReturnType<typeof loader>>;

const placeOf = ({ areas }: Pick<Page, "areas">) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(areas.map((area) => area.name));

export const meta = ({ data: page }: { data?: Page }) =>
  page
    ? pageMeta({
        title: "How to report a concern",
        partnership: page.partnership.name,
        description: `Who to call if you are worried about a child in ${placeOf(page)}: 999 in an emergency, the council’s children’s services, the NSPCC helpline, or Childline for children.`,
        canonical: page.origin + pathTo.reportAConcern(page.partnership.slug),
      })
    : [];

export default function ReportAConcern() {
  const page = useLoaderData<typeof loader>();
  const { partnership, areas, contacts, publishedAt } = page;
  return (
    <PublicFrame partnership={partnership}>
      <h1 className="govuk-heading-l">How to report a concern about a child in {placeOf(page)}</h1>
      <p className="govuk-body-l">You do not have to be sure. If you are worried about a child, tell someone who can help.</p>
      <div className="prose">
        <InDangerNow />
        <h2>If it is not an emergency</h2>
        <p>Tell children’s services at the council where the child lives. You do not have to give your name.</p>
        {areas.map(({ code, name }) => <CouncilContact key={code} code={code} area={name} contact={contacts.find((contact) => contact.areaCode === code)} />)}
        <TalkItThrough />
      </div>
      <FactsStrip
        facts={[
          { term: "Last updated", description: showDate(publishedAt) },
          { term: "Owner", description: `The partners of ${partnership.name}` },
          { term: "Elsewhere", description: <a className="govuk-link" href="/report-a-concern">How to report a concern anywhere</a> },
          { term: "As data", description: <a className="govuk-link" href={`${pathTo.partnership(partnership.slug)}.json`}>JSON</a> },
        ]}
      />
    </PublicFrame>
  );
}
