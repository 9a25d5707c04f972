import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { NationalFunding } from "#app/components/publication/funding/national-funding.tsx";
import { nationalPath } from "#app/domain/publication/national-funding.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";

import { readNationalFunding } from "./read-funding.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return readNationalFunding(request);
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  ...pageMeta({ title: "Funding across partnerships", description: "What each safeguarding partnership on this site is given in cash, for each child, and how it changed.", canonical: `${page?.origin ?? ""}/funding` }),
  { tagName: "link", rel: "alternate", type: "application/json", href: `${page?.origin ?? ""}/funding.json` },
];

export default function AcrossPartnerships() {
  const { query, rows, years } = useLoaderData<typeof loader>();
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Funding across partnerships</h1>
      <p className="govuk-body-l">What each partnership on this site is given in cash, and how it changed. Partnerships differ in size and in what they pay for, so compare with care.</p>
      {query ? <NationalFunding query={query} rows={rows} years={years} /> : <p className="govuk-body">No partnership has published its funding yet. It appears here as soon as one has.</p>}
      <FactsStrip
        facts={[
          { term: "What is listed", description: "The partnerships that use this site, with what each has published" },
          { term: "Not compared", description: "Pots shared with adults are marked; only children’s part is compared for each child" },
          query && { term: "The same as data", description: <><a className="govuk-link" href={nationalPath(query, ".csv")}>CSV, for spreadsheets</a> or <a className="govuk-link" href={nationalPath(query, ".json")}>JSON</a></> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}
