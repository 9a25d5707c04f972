import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { OutsideCount } from "#app/components/publication/voice/bodies-section.tsx";
import { type LineQuery, lineSearch } from "#app/domain/agencies/voice/line-query.ts";
import type { BodyLine, MemberLine } from "#app/domain/agencies/voice/voice-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { LineSearch, LinesFound } from "./line-search.tsx";
import { membersInWords } from "./voice-page.tsx";

interface BodyPageProps {
  slug: string;
  body: BodyLine;
  query: LineQuery;
  found: number;
  list: { items: readonly MemberLine[]; page: number; pages: number };
  mayRecord: boolean;
}

/** A body that speaks for others: for how many, and for which of the register. */
export function BodyPage({ slug, body, query, found, list, mayRecord }: BodyPageProps) {
  const path = agenciesPath(slug, `voice/bodies/${body.id}`);
  const numbers = pageNumbers(list.page, list.pages, (page) => path + lineSearch(query, page));
  return (
    <>
      {body.until && <p className="govuk-inset-text">It speaks for nobody any more, from {showDate(body.until)}.</p>}
      <SummaryList
        rows={[
          { key: "What it is", value: body.role },
          { key: "Speaks for others since", value: showDate(body.since) },
          { key: "Of the register, it speaks for", value: body.members === 0 ? "Nobody yet" : membersInWords(body) },
          { key: "Other members", value: body.outside ? <OutsideCount outside={body.outside} /> : <span className="muted">Not counted</span> },
          { key: "Published", value: body.named ? "Yes, with its members that are named" : "Not before it is named" },
        ]}
      />
      {mayRecord && (
        <ButtonGroup>
          {!body.until && <Button href={`${path}/members`}>Add members</Button>}
          {!body.until && body.members > 0 && <Button href={`${path}/members/end`} variant="secondary">End memberships</Button>}
          <Button href={`${path}/details`} variant="secondary">Change what is said of it</Button>
        </ButtonGroup>
      )}
      {body.members > 0 && (
        <>
          <LineSearch path={path} query={query} label="Find a member" />
          <LinesFound path={path} query={query} found={found} words="for which it speaks" />
          {list.items.length > 0 && <Members slug={slug} members={list.items} />}
          {numbers && <Pagination {...numbers} />}
        </>
      )}
    </>
  );
}

function Members({ slug, members }: { slug: string; members: readonly MemberLine[] }) {
  return (
    <Table
      caption="Members"
      captionHidden
      columns={[{ label: "Agency" }, { label: "Category" }, { label: "Member since" }]}
      rows={members.map(({ id, legalName, parent, categoryTitle, startsOn }) => ({
        key: id,
        cells: [<><a className="govuk-link" href={agenciesPath(slug, id)}>{legalName}</a>{parent && <span className="muted"><br />{parent}</span>}</>, categoryTitle, showDate(startsOn)],
      }))}
    />
  );
}
