import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { BodiesSection } from "#app/components/publication/voice/bodies-section.tsx";
import { RepresentativesSection } from "#app/components/publication/voice/representatives-section.tsx";
import type { RepresentativeOnDay } from "#app/domain/agencies/voice/rules.ts";
import type { MeasuredSource } from "#app/domain/agencies/coverage/coverage.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PublishedAgencies, PublishedCategory, StoredAgencies } from "#app/domain/publication/agencies.ts";
import { agencyListPath, type AgencyListQuery, countSentence, type Listed } from "#app/domain/publication/agency-list.ts";
import type { ListedBody } from "#app/domain/publication/representative-bodies.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { AgencyFilters, AgencySearch } from "./agency-search.tsx";
import { AgencyTables } from "./agency-tables.tsx";
import { CoverageSentences, PublicCoverage } from "./public-coverage.tsx";

/** What the address of a partnership's agencies may show. */
export type AgenciesViewProps = { partnership: StoredAgencies["partnership"]; origin: string } & (
  | { view: "none" }
  | { view: "taken-down"; takenDown: { at: string; reason: string | null } | null; sha256: string | null }
  | ({ view: "list" } & AgencyListProps)
);

interface AgencyListProps {
  published: Omit<PublishedAgencies, "outline" | "takenDown">;
  categories: readonly PublishedCategory[];
  query: AgencyListQuery;
  found: number;
  list: { items: Listed[]; page: number; pages: number };
  bodies: readonly ListedBody[];
  representatives: readonly RepresentativeOnDay[] | null;
  charts: Record<MeasuredSource, string | null>;
}

export function AgenciesView(shown: AgenciesViewProps) {
  return (
    <PublicFrame partnership={shown.partnership} current="agencies">
      {shown.view === "list" ? <AgencyList {...shown} /> : shown.view === "none" ? <NothingYet partnership={shown.partnership} /> : <TakenDown {...shown} />}
    </PublicFrame>
  );
}

function AgencyList({ published: { facts, publishedAt, firstPublishedAt, number }, categories, query, found, list, bodies, representatives, charts }: AgencyListProps) {
  const { slug, name } = facts.partnership;
  const narrowed = query.q !== "" || query.sector !== null || query.category !== null;
  const atStart = !narrowed && list.page === 1;
  const pages = pageNumbers(list.page, list.pages, (page) => agencyListPath(slug, query, { page }));
  return (
    <>
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Relevant agencies</h1>
      <p className="govuk-body-l">{countSentence(facts.counts)}</p>
      {facts.coverage && <CoverageSentences coverage={facts.coverage} linked={atStart} />}
      <p className="govuk-body">A relevant agency works with the partners to keep children safe. The law binds those named from its list to act in accordance with the published <a className="govuk-link" href={`${pathTo.partnership(slug)}/arrangements`}>arrangements</a>; others take part by agreement.</p>
      <p className="govuk-body"><a className="govuk-link" href="#representatives">Who represents education and the voluntary sector</a>{bodies.length > 0 && <>, and <a className="govuk-link" href="#bodies">which bodies speak for others</a></>}</p>
      <AgencySearch slug={slug} query={query} categories={categories} />
      <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 agency" : `${found.toLocaleString("en-GB")} agencies`}{narrowed ? " found" : " named"}</h2>
      <AgencyFilters slug={slug} query={query} categories={categories} />
      {list.items.length > 0 ? <AgencyTables agencies={list.items} areas={facts.areas} /> : <p className="govuk-body">Nothing in the list is like that. Try fewer letters, or <a className="govuk-link" href={pathTo.agencies(slug)}>see the whole list</a>.</p>}
      {pages && <Pagination {...pages} />}
      {facts.coverage && atStart && <PublicCoverage coverage={facts.coverage} charts={charts} />}
      <RepresentativesSection representatives={representatives} />
      <BodiesSection bodies={bodies} />
      <FactsStrip
        facts={[
          { term: "Status", description: "Named now, as the partnership has published it" },
          { term: "First published", description: showDate(firstPublishedAt) },
          { term: "Last updated", description: showDate(publishedAt) },
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>{number === 1 ? "Published once" : `Published ${String(number)} times`}</a> },
          { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> },
          { term: "The same as data", description: <><a className="govuk-link" href={agencyListPath(slug, query, { format: ".csv" })}>CSV, for spreadsheets</a> or <a className="govuk-link" href={agencyListPath(slug, query, { format: ".json" })}>JSON</a></> },
          { term: "This page’s link", description: <a className="govuk-link" href={pathTo.agencies(slug)}><Path path={pathTo.agencies(slug)} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </>
  );
}

function NothingYet({ partnership: { slug, name } }: { partnership: StoredAgencies["partnership"] }) {
  return (
    <>
      <h1 className="govuk-heading-l">Relevant agencies</h1>
      <p className="govuk-body-l">{name} has not published its relevant agencies here yet.</p>
      <p className="govuk-body">Here anybody will see which schools, health services, charities and others the partners have named to work with them, and why each was chosen.</p>
      <FactsStrip facts={[{ term: "Owner", description: `The lead safeguarding partners of ${name}` }, { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> }]} />
    </>
  );
}

function TakenDown({ partnership: { slug, name }, takenDown, sha256 }: Extract<AgenciesViewProps, { view: "taken-down" }>) {
  return (
    <>
      <h1 className="govuk-heading-l">This list has been taken down</h1>
      <p className="govuk-body-l">The relevant agencies of {name} were taken down for safety{takenDown && ` on ${showDate(takenDown.at)}`}.</p>
      {takenDown?.reason && <p className="govuk-body"><strong>Reason:</strong> {takenDown.reason}</p>}
      <FactsStrip facts={[{ term: "Status", description: "Taken down for safety" }, ...(sha256 ? [{ term: "Fingerprint", description: <span className="hash">{(sha256.match(/.{1,4}/g) ?? []).join(" ")}</span> }] : []), { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>What was published when</a> }]} />
    </>
  );
}
