import { useLoaderData } from "@remix-run/react";

import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { listEditions } from "#app/domain/publication/guidance.server.ts";
import { showMonth } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { publicCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": publicCache });
export const meta = () =>
  pageMeta({ title: "The guidance", description: "What the statutory guidance asks safeguarding partnerships in England to write down and publish, by edition.", canonical: "/guidance" });

export async function loader() {
  return { editions: await listEditions() };
}

export default function Guidance() {
  const { editions } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">The guidance</h1>
      <p className="govuk-body-l">What the government asks safeguarding partnerships to write down and publish. Each partnership works under one edition.</p>
      <ul className="govuk-list govuk-list--spaced">
        {editions.map((edition) => (
          <li key={edition.id}>
            <a className="govuk-link govuk-!-font-weight-bold" href={`/guidance/${edition.id}`}>{edition.title}</a>, published {showMonth(edition.published)}
          </li>
        ))}
      </ul>
      <p className="govuk-body">The lists are in our own words. The published guidance is what counts.</p>
      <FactsStrip facts={[{ term: "Editions", description: String(editions.length) }, { term: "Owner", description: "The organisation that runs this site" }]} />
    </PublicFrame>
  );
}
