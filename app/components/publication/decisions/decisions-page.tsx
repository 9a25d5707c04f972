import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { decisionMatters, matterLabel, privateKindLabels } from "#app/domain/decisions/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { decisionListPath, type DecisionsFacts, escalationSentence, notPublicSentences, type PublicDecisionQuery, type PublishedDecision } from "#app/domain/publication/decisions.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { whoDecided } from "./who-decided.ts";

export interface PublicDecisionsProps {
  partnership: { slug: string; name: string };
  /** Null while nothing was published. */
  published: DecisionsFacts | null;
  query: PublicDecisionQuery;
  years: readonly string[];
  all: number;
  found: number;
  list: { items: PublishedDecision[]; page: number; pages: number };
}

/** What the partners decided, in public: how many, what is asked for, and how many are not public and why. */
export function PublicDecisions(shown: PublicDecisionsProps) {
  const { partnership: { slug, name }, published, all } = shown;
  return (
    <PublicFrame partnership={shown.partnership} current="decisions">
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Decisions</h1>
      <p className="govuk-body-l">{all === 0 ? "No decision has been published here yet." : `${all === 1 ? "One decision of the safeguarding partners, with" : `${all.toLocaleString("en-GB")} decisions of the safeguarding partners, each with`} who took it, what else was considered and what it leads to.`}</p>
      <p className="govuk-body">Delegated safeguarding partners decide what their leads have delegated to them; everything else is decided by the lead safeguarding partners together.</p>
      {all > 0 && <Register {...shown} />}
      {published && <NotPublic facts={published.facts} />}
      <FactsStrip
        facts={[
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          ...(published ? [{ term: "First published", description: showDate(published.firstPublishedAt) }, { term: "Last updated", description: showDate(published.publishedAt) }] : []),
          { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>What was published when</a> },
          { term: "Subscribe", description: <>{published && <><a className="govuk-link" href={`${pathTo.decisions(slug)}.atom`}>Feed of decisions (Atom)</a>, or </>}<a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>be told of all updates</a></> },
          ...(published ? [{ term: "The same as data", description: <><a className="govuk-link" href={decisionListPath(slug, shown.query, { format: ".csv" })}>CSV, for spreadsheets</a> or <a className="govuk-link" href={decisionListPath(slug, shown.query, { format: ".json" })}>JSON</a></> }] : []),
          { term: "This page’s link", description: <a className="govuk-link" href={pathTo.decisions(slug)}><Path path={pathTo.decisions(slug)} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}

function Register({ partnership: { slug }, query, years, found, list }: PublicDecisionsProps) {
  const pages = pageNumbers(list.page, list.pages, (page) => decisionListPath(slug, query, { page }));
  return (
    <>
      <form method="get" action={pathTo.decisions(slug)} role="search" className="search">
        <Input name="q" type="search" label="Find a decision" labelSize="m" defaultValue={query.q} spellCheck={false} />
        <div className="search__row">
          <Select name="matter" label="About" defaultValue={query.matter ?? ""} items={[{ value: "", text: "Anything" }, ...decisionMatters.map(({ id, label }) => ({ value: id, text: label }))]} />
          <Select name="year" label="Taken in" defaultValue={query.year ?? ""} items={[{ value: "", text: "Any year" }, ...years.map((year) => ({ value: year, text: year }))]} />
        </div>
        <Button>Search</Button>
      </form>
      <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 decision" : `${found.toLocaleString("en-GB")} decisions`}</h2>
      <FilterTags
        tags={[
          query.q && { text: `“${query.q}”`, href: decisionListPath(slug, { ...query, q: "" }) },
          query.matter && { text: matterLabel(query.matter), href: decisionListPath(slug, { ...query, matter: null }) },
          query.year && { text: query.year, href: decisionListPath(slug, { ...query, year: null }) },
        ]}
      />
      {list.items.length > 0 ? (
        <Table
          caption="Decisions"
          captionHidden
          columns={[{ label: "Decision" }, { label: "Who decided" }, { label: "Decided on" }]}
          rows={list.items.map((decision) => ({
            key: String(decision.number),
            cells: [
              <><a className="govuk-link" href={pathTo.decision(slug, decision.number)}>{decision.sentence}</a><span className="muted"><br />{matterLabel(decision.matter)}{decision.replacedBy && (decision.replacedBy.kind === "corrects" ? ". Corrected since" : ". Superseded since")}</span></>,
              whoDecided(decision),
              showDate(decision.decidedOn),
            ],
          }))}
        />
      ) : (
        <p className="govuk-body">No decision is like that. <a className="govuk-link" href={pathTo.decisions(slug)}>See all of them</a>.</p>
      )}
      {pages && <Pagination {...pages} />}
    </>
  );
}

function NotPublic({ facts: { notPublic, escalations } }: Pick<DecisionsFacts, "facts">) {
  const { total, kinds } = notPublicSentences(notPublic);
  const settled = escalationSentence(escalations);
  return (
    <>
      {total > 0 && (
        <>
          <h2 className="govuk-heading-m">What is not public</h2>
          <p className="govuk-body">{total === 1 ? "One decision is not public:" : `${total.toLocaleString("en-GB")} decisions are not public:`}</p>
          <ul className="govuk-list govuk-list--bullet">{kinds.map(([kind, count]) => <li key={kind}>{count.toLocaleString("en-GB")}: {privateKindLabels[kind].toLowerCase()}</li>)}</ul>
        </>
      )}
      {settled && (
        <>
          <h2 className="govuk-heading-m">Disputes</h2>
          <p className="govuk-body">{settled} What they were about is not published.</p>
        </>
      )}
    </>
  );
}
