import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { type LineQuery, lineSearch } from "#app/domain/agencies/voice/line-query.ts";
import type { AgencyLine } from "#app/domain/agencies/voice/voice-view.ts";

interface AgencyLinesProps {
  caption: string;
  path: string;
  query: LineQuery;
  list: { items: readonly AgencyLine[]; page: number; pages: number };
  /** Where an agency's name leads. */
  linkTo: (id: string) => string;
}

/** A page of agencies, each with its category. */
export function AgencyLines({ caption, path, query, list, linkTo }: AgencyLinesProps) {
  const numbers = pageNumbers(list.page, list.pages, (page) => path + lineSearch(query, page));
  if (list.items.length === 0) return <p className="govuk-body">Nothing is like that. <a className="govuk-link" href={path}>See all of them</a>.</p>;
  return (
    <>
      <Table
        caption={caption}
        captionHidden
        columns={[{ label: "Agency" }, { label: "Category" }]}
        rows={list.items.map(({ id, legalName, parent, categoryTitle }) => ({
          key: id,
          cells: [<><a className="govuk-link" href={linkTo(id)}>{legalName}</a>{parent && <span className="muted"><br />{parent}</span>}</>, categoryTitle],
        }))}
      />
      {numbers && <Pagination {...numbers} />}
    </>
  );
}
