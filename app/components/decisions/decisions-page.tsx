import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { type DecisionQuery, decisionSearch } from "#app/domain/decisions/decision-query.ts";
import type { DecisionLine } from "#app/domain/decisions/decision-view.ts";
import { type DecisionState, decisionStateLabels, decisionStates, matterLabel, takerLabels } from "#app/domain/decisions/vocabulary.ts";

import { DecisionsNav } from "./decisions-nav.tsx";
import { DecisionsSearch } from "./decisions-search.tsx";
import { DecisionsTable } from "./decisions-table.tsx";
import { decisionsPath } from "./paths.ts";

interface DecisionsPageProps {
  slug: string;
  query: DecisionQuery;
  counts: Record<DecisionState, number>;
  found: number;
  items: readonly DecisionLine[];
  page: number;
  pages: number;
  mayRecord: boolean;
}

/** The register of decisions: how many, what is asked for, and each with where it is. */
export function DecisionsPage({ slug, query, counts, found, items, page, pages, mayRecord }: DecisionsPageProps) {
  const path = decisionsPath(slug);
  const all = decisionStates.reduce((sum, state) => sum + counts[state], 0);
  const numbers = pageNumbers(page, pages, (at) => path + decisionSearch(query, at));
  return (
    <>
      <DecisionsNav slug={slug} current="register" />
      {all === 0 ? <NothingYet mayRecord={mayRecord} /> : <p className="govuk-body-l">{sentence(counts)}</p>}
      {mayRecord && <Button href={decisionsPath(slug, "new")}>Record a decision</Button>}
      {all > 0 && (
        <>
          <DecisionsSearch slug={slug} query={query} />
          <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 decision" : `${found.toLocaleString("en-GB")} decisions`}</h2>
          <FilterTags
            tags={[
              query.q && { text: `“${query.q}”`, href: path + decisionSearch({ ...query, q: "" }) },
              query.state && { text: decisionStateLabels[query.state], href: path + decisionSearch({ ...query, state: null }) },
              query.matter && { text: matterLabel(query.matter), href: path + decisionSearch({ ...query, matter: null }) },
              query.by && { text: takerLabels[query.by], href: path + decisionSearch({ ...query, by: null }) },
              query.shown && { text: query.shown === "public" ? "Public" : "Not public", href: path + decisionSearch({ ...query, shown: null }) },
            ]}
          />
          {items.length > 0 ? <DecisionsTable slug={slug} decisions={items} /> : <p className="govuk-body">No decision is like that. <a className="govuk-link" href={path}>See all of them</a>.</p>}
          {numbers && <Pagination {...numbers} />}
          <p className="govuk-body"><a className="govuk-link" href={`${path}.csv${decisionSearch(query)}`}>Download these decisions (CSV)</a></p>
        </>
      )}
    </>
  );
}

function sentence(counts: Record<DecisionState, number>): string {
  const parts = decisionStates.filter((state) => counts[state] > 0).map((state) => `${counts[state].toLocaleString("en-GB")} ${words[state]}`);
  return `Decisions: ${new Intl.ListFormat("en-GB").format(parts)}.`;
}

const words: Record<DecisionState, string> = { asked: "waiting for the leads", stands: "standing", replaced: "replaced by a later one", declined: "declined", withdrawn: "withdrawn" };

function NothingYet({ mayRecord }: { mayRecord: boolean }) {
  return (
    <>
      <p className="govuk-body-l">No decision is recorded yet.</p>
      <p className="govuk-body">Here stands what the partners decided: in one sentence, who decided it under which delegation, what else was considered, who saw it otherwise, and what it leads to.</p>
      {!mayRecord && <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners record decisions.</p>}
    </>
  );
}
