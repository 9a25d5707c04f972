import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { jointly, type RequestQuery, requestSearch } from "#app/domain/agencies/requests/request-query.ts";
import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";
import { type RequestState, requestStateLabels, requestStates } from "#app/domain/agencies/requests/vocabulary.ts";

import { requestsPath } from "./paths.ts";
import { RequestsSearch } from "./requests-search.tsx";
import { RequestsTable } from "./requests-table.tsx";

interface RequestsPageProps {
  slug: string;
  today: string;
  query: RequestQuery;
  counts: Record<RequestState, number>;
  /** Who asked, of all requests. */
  requesters: readonly { seatId: string; name: string }[];
  found: number;
  list: { items: readonly RequestView[]; page: number; pages: number };
  may: { record: boolean; readRegister: boolean };
}

/** The log of requests for information: how many, what is asked for, and each with where it stands. */
export function RequestsPage({ slug, today, query, counts, requesters, found, list, may }: RequestsPageProps) {
  const path = requestsPath(slug);
  const all = requestStates.reduce((sum, state) => sum + counts[state], 0);
  const numbers = pageNumbers(list.page, list.pages, (at) => path + requestSearch(query, at));
  const from = query.from === jointly ? "All partners together" : requesters.find((each) => each.seatId === query.from)?.name;
  return (
    <>
      {may.readRegister && <AgenciesNav slug={slug} current="requests" />}
      {all === 0 ? <NothingYet {...may} /> : <p className="govuk-body-l">{sentence(counts)}</p>}
      {may.record && <Button href={requestsPath(slug, "new")}>Record a request</Button>}
      {all > 0 && (
        <>
          <RequestsSearch slug={slug} query={query} requesters={requesters} />
          <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 request" : `${found.toLocaleString("en-GB")} requests`}</h2>
          <FilterTags
            tags={[
              query.q && { text: `“${query.q}”`, href: path + requestSearch({ ...query, q: "" }) },
              query.state && { text: requestStateLabels[query.state], href: path + requestSearch({ ...query, state: null }) },
              query.from && { text: `Asked by ${from ?? "another"}`, href: path + requestSearch({ ...query, from: null }) },
            ]}
          />
          {list.items.length > 0 ? <RequestsTable slug={slug} requests={list.items} today={today} /> : <p className="govuk-body">No request is like that. <a className="govuk-link" href={path}>See all of them</a>.</p>}
          {numbers && <Pagination {...numbers} />}
          <p className="govuk-body"><a className="govuk-link" href={`${path}.csv${requestSearch(query)}`}>Download these requests (CSV)</a></p>
        </>
      )}
    </>
  );
}

function sentence(counts: Record<RequestState, number>): string {
  const parts = requestStates.filter((state) => counts[state] > 0).map((state) => `${counts[state].toLocaleString("en-GB")} ${requestStateLabels[state].toLowerCase()}`);
  return `Requests for information: ${new Intl.ListFormat("en-GB").format(parts)}.`;
}

function NothingYet({ record, readRegister }: RequestsPageProps["may"]) {
  if (!readRegister) return <p className="govuk-body-l">Nothing was asked of your agency here.</p>;
  return (
    <>
      <p className="govuk-body-l">No request for information is recorded yet.</p>
      <p className="govuk-body">Safeguarding partners may ask a school, service or other body for information that helps them to do their work. Here stands who was asked, what for, on which legal basis and by when, what was answered, and what was done when it was not.</p>
      {!record && <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners record them.</p>}
    </>
  );
}
