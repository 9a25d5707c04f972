import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { feedLink } from "#app/components/publication/feed-link.ts";
import { Path } from "#app/components/publication/path.tsx";
import { UpdateList } from "#app/components/publication/update-list.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const found = await findUpdates(slug);
  if (!found) throw notFound();
  const url = new URL(request.url);
  return { partnership: found.partnership, count: found.updates.length, list: pageOf(found.updates, url.searchParams.get("page")), origin: url.origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => {
  if (!data) return [];
  const { slug, name } = data.partnership;
  const description = `What ${name} has published, corrected or withdrawn, and each change in who is accountable, newest first.`;
  return [...pageMeta({ title: "All updates", partnership: name, description, canonical: data.origin + pathTo.updates(slug) }), feedLink(data.origin, data.partnership)];
};

export default function Updates() {
  const { partnership, count, list } = useLoaderData<typeof loader>();
  const { slug, name } = partnership;
  const pages = pageNumbers(list.page, list.pages, (page) => `${pathTo.updates(slug)}?page=${String(page)}`);
  return (
    <PublicFrame partnership={partnership} before={<BackLink href={pathTo.partnership(slug)} text={name} />}>
      <h1 className="govuk-heading-l">All updates</h1>
      <p className="govuk-body-l">{count === 1 ? "One thing" : `${String(count)} things`} that {name} published or changed in public, newest first.</p>
      <UpdateList updates={list.items} />
      {pages && <Pagination {...pages} />}
      <h2 className="govuk-heading-m" id="subscribe">Be told of updates</h2>
      <p className="govuk-body">Put this address into a feed reader, which then shows you each update as it happens. You need no account and give nobody your e-mail address.</p>
      <p className="govuk-body"><a className="govuk-link" href={pathTo.feed(slug)} type="application/atom+xml"><Path path={pathTo.feed(slug)} /></a></p>
      <FactsStrip
        facts={[
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          { term: "This page’s link", description: <a className="govuk-link" href={pathTo.updates(slug)}><Path path={pathTo.updates(slug)} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}
