import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { AccountablePartners, PartnershipPosts } from "#app/components/publication/accountable.tsx";
import { feedLink } from "#app/components/publication/feed-link.ts";
import { PartnerChanges } from "#app/components/publication/partner-changes.tsx";
import { PartnershipFacts } from "#app/components/publication/partnership-facts.tsx";
import { type DocumentStanding, WhatIsPublished } from "#app/components/publication/what-is-published.tsx";
import { icbSeatsLine } from "#app/components/facts/icb-seats-line.ts";
import { type DocumentKind, standingKinds } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { countSentence } from "#app/domain/publication/agency-list.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { latestSentence } from "#app/domain/publication/national-funding.ts";
import { findLatestFunding } from "#app/domain/publication/national-funding.server.ts";
import { countPriorities } from "#app/domain/publication/priorities.ts";
import { currentOf, listPriorityUpdates } from "#app/domain/publication/priorities.server.ts";
import { findDirectory, getFacts, listPublished } from "#app/domain/publication/queries.server.ts";
import { isReadable, type PublishedVersion, youngPeoplePath } from "#app/domain/publication/rules.ts";
import { partnershipStructuredData } from "#app/domain/publication/structured-data.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const [directory, { versions, today }, { entries }, years, agencies, priorities] = await Promise.all([findDirectory(slug), listPublished(slug), findArchive(slug), findLatestFunding(slug), findAgencyList(slug), listPriorityUpdates(slug)]);
  if (!directory) throw notFound();
  const documents = await Promise.all(standingKinds.map((kind) => standingOf(slug, kind, versions)));
  return { directory, documents, earlier: entries.length, funding: years[0] ? { year: years[0].year, sentence: latestSentence(years) ?? "" } : null, agencies: agencies?.outline ? countSentence(agencies.facts.counts) : null, priorities: countPriorities(currentOf(priorities)), today, origin: new URL(request.url).origin };
}

async function standingOf(slug: string, kind: DocumentKind, versions: readonly PublishedVersion[]): Promise<DocumentStanding> {
  const newest = versions.find((version) => version.kind === kind) ?? null;
  const facts = newest && isReadable(newest.state) ? await getFacts(newest.publicationId) : null;
  const dates = facts && { inForceFrom: facts.inForceFrom, nextReviewOn: facts.nextReviewOn };
  return { kind, newest, dates, forYoungPeople: newest && facts && youngPeoplePath(slug, newest, facts) };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => {
  if (!data) return [];
  const { partnership, areas } = data.directory.facts;
  return [
    ...pageMeta({
      title: partnership.name,
      description: `Who is accountable for keeping children safe in ${areas.map((area) => area.name).join(" and ")}, by name and post, and what they have published.`,
      canonical: data.origin + pathTo.partnership(partnership.slug),
    }),
    { tagName: "link", rel: "alternate", type: "application/json", href: `${data.origin}${pathTo.partnership(partnership.slug)}.json` },
    feedLink(data.origin, partnership),
    { "script:ld+json": partnershipStructuredData(data.origin, data.directory.facts) },
  ];
};

export default function Partnership() {
  const { directory, documents, earlier, funding, agencies, priorities, today } = useLoaderData<typeof loader>();
  const { partnership, areas, seats, chair, scrutineer, edition, icbs, changes } = directory.facts;
  return (
    <PublicFrame partnership={partnership}>
      <h1 className="govuk-heading-l">{partnership.name}</h1>
      <p className="govuk-body-l">
        The bodies below share one duty to protect children in {areas.map((area) => area.name).join(" and ")}.
      </p>
      <h2 className="govuk-heading-m">Who is accountable</h2>
      <p className="govuk-body">
        Each body has a <Abbr of="LSP" />, who answers for it in public. Daily work is done by a <Abbr of="DSP" />.
      </p>
      <AccountablePartners seats={seats} />
      <PartnershipPosts chair={chair} scrutineer={scrutineer} />
      <p className="govuk-body"><a className="govuk-link" href={pathTo.people(partnership.slug)}>What is delegated, on what terms, and who held which office on any day</a></p>
      {icbs.state === "unchecked" && (
        <p className="govuk-inset-text">We have not checked that every <Abbr of="ICB" /> for this area is listed.</p>
      )}
      {icbs.state === "checked" && icbs.missing.length > 0 && <p className="govuk-inset-text">{icbSeatsLine(icbs)}</p>}
      <PartnerChanges changes={changes} />
      <h2 className="govuk-heading-m">What is published</h2>
      <WhatIsPublished slug={partnership.slug} documents={documents} earlier={earlier} funding={funding} agencies={agencies} priorities={priorities} today={today} />
      <h2 className="govuk-heading-m">How a partnership works</h2>
      <p className="govuk-body">
        The leaders of the council, the NHS and the police agree together how they will protect children, and each signs what is published.
        They name other organisations, such as schools and charities, that must work with them.
        Someone independent checks how well it works, and each year they must report what they did and what difference it made.
      </p>
      <p className="govuk-body">This partnership follows <a className="govuk-link" href={`/guidance/${edition.id}`}><cite>{edition.title}</cite></a>.</p>
      <PartnershipFacts directory={directory} />
    </PublicFrame>
  );
}
