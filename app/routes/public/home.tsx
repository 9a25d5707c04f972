import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { NationalPicture } from "#app/components/publication/national-picture.tsx";
import { PartnershipList } from "#app/components/publication/partnership-list.tsx";
import { ActiveFilters, PartnershipSearch } from "#app/components/publication/partnership-search.tsx";
import { listPartnerships } from "#app/domain/publication/queries.server.ts";
import { countPicture, findPartnerships, pageOf, readFilter } from "#app/domain/publication/search.ts";
import { pageMeta, productName } from "#app/http/page-meta.ts";

const description = "Who is responsible for keeping children safe in each part of England, and what they have agreed to do together.";
const longestQuery = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const query = (url.searchParams.get("q") ?? "").trim().slice(0, longestQuery);
  const filter = readFilter(url.searchParams.get("show"));
  const all = await listPartnerships();
  const found = findPartnerships(all, query, filter);
  return { query, filter, picture: countPicture(all), count: found.length, list: pageOf(found, url.searchParams.get("page")), origin: url.origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => {
  const narrowed = Boolean(data?.query) || Boolean(data?.filter);
  return pageMeta({ title: data?.query ? `Partnerships found for “${data.query}”` : productName, description, canonical: `${data?.origin ?? ""}/`, hidden: narrowed });
};

export default function Home() {
  const { query, filter, picture, count, list } = useLoaderData<typeof loader>();
  const parameters = { ...(query ? { q: query } : {}), ...(filter ? { show: filter } : {}) };
  const pages = pageNumbers(list.page, list.pages, (page) => `/?${new URLSearchParams({ ...parameters, page: String(page) }).toString()}`);
  const heading = `${String(count)} ${count === 1 ? "partnership" : "partnerships"}${query ? ` found for “${query}”` : ""}`;
  return (
    <PublicFrame>
      <h1 className="govuk-heading-l">Who keeps children safe in your area</h1>
      <p className="govuk-body-l">In each part of England the council, the NHS and the police share one duty to protect children. See who answers for it near you, and what they have agreed to do together.</p>
      <PartnershipSearch query={query} filter={filter} />
      {!query && !filter && picture.partnerships > 0 && <NationalPicture picture={picture} />}
      <h2 className="govuk-heading-m">{heading}</h2>
      <ActiveFilters query={query} filter={filter} />
      {list.items.length > 0 ? <PartnershipList listings={list.items} /> : <NothingFound someExist={picture.partnerships > 0} />}
      {pages && <Pagination {...pages} />}
      <p className="govuk-body">See <a className="govuk-link" href="/directory">who holds what in every partnership</a>. You can <a className="govuk-link" href="/search">search the words of everything that is published</a>. All of this is also <a className="govuk-link" href="/open-data">open data</a>. You can <a className="govuk-link" href="/verify">check a document’s fingerprint</a>.</p>
    </PublicFrame>
  );
}

function NothingFound({ someExist }: { someExist: boolean }) {
  if (!someExist) return <p className="govuk-body">No partnership has been set up here yet. Each appears here as soon as it is.</p>;
  return (
    <>
      <p className="govuk-body">Nothing here has that name. You could:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>check the spelling, or try only the first letters</li>
        <li>search for the council instead of the town</li>
        <li><a className="govuk-link" href="/">see every partnership</a></li>
      </ul>
    </>
  );
}
