import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { DirectoryFilters, DirectorySearch } from "#app/components/directory/directory-search.tsx";
import { DirectoryTables } from "#app/components/directory/directory-tables.tsx";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { listDirectories } from "#app/domain/publication/queries.server.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { countEntries, directoryPath, findEntries, listEntries, readDirectoryQuery } from "#app/domain/publication/who-holds-what.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const query = readDirectoryQuery(searchParams);
  const all = listEntries(await listDirectories());
  const found = findEntries(all, query);
  const several = all.filter((entry) => entry.places.length > 1).length;
  return { query, someExist: all.length > 0, several, counted: countEntries(found), list: pageOf(found, searchParams.get("page")), origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => [
  ...pageMeta({
    title: "Directory: who holds what",
    description: "Every council, integrated care board and police force with a seat in a safeguarding partnership in England: who leads for it, to whom the daily work is delegated, and where it sits.",
    canonical: `${data?.origin ?? ""}/directory`,
    hidden: Boolean(data && (data.query.q || data.query.kind || data.query.state)),
  }),
  { tagName: "link", rel: "alternate", type: "application/json", href: `${data?.origin ?? ""}/directory.json` },
];

export default function Directory() {
  const { query, someExist, several, counted, list } = useLoaderData<typeof loader>();
  const pages = pageNumbers(list.page, list.pages, (page) => directoryPath(query, { page }));
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Directory: who holds what</h1>
      <p className="govuk-body-l">Each body that shares the duty to protect children, once, with the people who answer for it and every partnership it sits in.</p>
      <p className="govuk-body">
        Each body has a <Abbr of="LSP" />, who answers for it in public. Daily work is done by a <Abbr of="DSP" />.
        {several > 0 && query.state !== "several" && <> <a className="govuk-link" href={directoryPath({ q: "", kind: null, state: "several" })}>{several === 1 ? "1 body sits" : `${String(several)} bodies sit`} in several partnerships</a>.</>}
      </p>
      <DirectorySearch query={query} />
      <h2 className="govuk-heading-m" id="found">{counted}{query.q && ` found for “${query.q}”`}</h2>
      <DirectoryFilters query={query} />
      {list.items.length > 0 ? <DirectoryTables entries={list.items} /> : <NothingFound someExist={someExist} />}
      {pages && <Pagination {...pages} />}
      <FactsStrip
        facts={[
          { term: "What is listed", description: "Who holds each office today, as each partnership has published it here" },
          { term: "Left out", description: "Names withheld for safety: the office is shown" },
          { term: "The same as data", description: <><a className="govuk-link" href={directoryPath(query, { format: ".csv" })}>CSV, for spreadsheets</a> or <a className="govuk-link" href={directoryPath(query, { format: ".json" })}>JSON</a></> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}

function NothingFound({ someExist }: { someExist: boolean }) {
  if (!someExist) return <p className="govuk-body">No partnership has been set up here yet. Its bodies appear here as soon as one is.</p>;
  return (
    <>
      <p className="govuk-body">Nothing in the directory is like that. You could:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>check the spelling, or try only the first letters</li>
        <li>take away one of the filters above</li>
        <li><a className="govuk-link" href="/directory">see the whole directory</a></li>
      </ul>
    </>
  );
}
