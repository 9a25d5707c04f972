import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { NothingFound, ResultList } from "#app/components/publication/text-results.tsx";
import { TextFilters, TextSearchForm } from "#app/components/publication/text-search-form.tsx";
import { listSearchable, searchText } from "#app/domain/publication/search-text.server.ts";
import { readTextQuery, searchPath } from "#app/domain/publication/text-search.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const query = readTextQuery(url.searchParams);
  const page = Math.min(Math.max(1, Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1), 10_000);
  const [partnerships, found] = await Promise.all([listSearchable(), query.q === "" ? null : searchText(query, page)]);
  return { query, partnerships, found, origin: url.origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  pageMeta({
    title: data?.found ? `${counted(data.found)} found for “${data.query.q}”` : "Search what is published",
    description: "Search every document that safeguarding partnerships in England have signed and published here.",
    canonical: `${data?.origin ?? ""}/search`,
    hidden: Boolean(data?.query.q),
  });

export default function Search() {
  const { query, partnerships, found } = useLoaderData<typeof loader>();
  const pages = found && pageNumbers(found.page, found.pages, (page) => searchPath(query, page));
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Search what is published</h1>
      <p className="govuk-body-l">Find words in the documents that partnerships have signed and published.</p>
      <TextSearchForm query={query} partnerships={partnerships} />
      {found && (
        <>
          <h2 className="govuk-heading-m" id="results">{counted(found)} found for “{query.q}”</h2>
          <TextFilters query={query} partnerships={partnerships} />
          {found.results.length > 0 ? <ResultList results={found.results} /> : <NothingFound understood={found.understood} query={query} />}
          {pages && <Pagination {...pages} landmarkLabel="Results" />}
        </>
      )}
      <FactsStrip
        title="About this search"
        facts={[
          { term: "What is searched", description: query.earlier ? "Every published version that can be read, section by section" : "The current version of each document, section by section" },
          { term: "Left out", description: "Drafts, and what was taken down for safety" },
          { term: "Owner", description: "The organisation that runs this site" },
        ]}
      />
    </PublicFrame>
  );
}

function counted({ count, more }: { count: number; more: boolean }): string {
  return `${more ? "More than " : ""}${count.toLocaleString("en-GB")} ${count === 1 ? "section" : "sections"}`;
}
