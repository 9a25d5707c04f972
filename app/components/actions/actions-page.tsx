import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { actionFilterLabels, type ActionQuery, actionSearch } from "#app/domain/actions/action-query.ts";
import { origins } from "#app/domain/actions/origins.ts";
import type { ActionRow } from "#app/domain/actions/views.ts";

import { ActionsSearch } from "./actions-search.tsx";
import { ActionsTable } from "./actions-table.tsx";
import { actionsPath } from "./paths.ts";

interface ActionsPageProps {
  slug: string;
  today: string;
  query: ActionQuery;
  counts: { all: number; open: number; overdue: number; proposed: number };
  owners: readonly { id: string; name: string }[];
  found: number;
  page: number;
  pages: number;
  items: readonly ActionRow[];
  /** `all`: the reader sees everybody's; otherwise their own only. */
  may: { record: boolean; all: boolean };
}

/** The actions of a partnership, wherever they come from: how many, what is asked for, and each with how far it is. */
export function ActionsPage({ slug, today, query, counts, owners, found, page, pages, items, may }: ActionsPageProps) {
  const path = actionsPath(slug);
  const numbers = pageNumbers(page, pages, (at) => path + actionSearch(query, at));
  const owner = owners.find((each) => each.id === query.owner)?.name;
  return (
    <>
      {counts.all === 0 ? <NothingYet {...may} /> : <p className="govuk-body-l">{sentence(counts)}</p>}
      {may.record && <Button href={actionsPath(slug, "new")}>Record an action</Button>}
      {counts.all > 0 && (
        <>
          <ActionsSearch slug={slug} query={query} owners={owners} all={may.all} />
          <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 action" : `${found.toLocaleString("en-GB")} actions`}</h2>
          <FilterTags
            tags={[
              query.q && { text: `“${query.q}”`, href: path + actionSearch({ ...query, q: "" }) },
              query.mine && { text: "Mine", href: path + actionSearch({ ...query, mine: false }) },
              query.state && { text: actionFilterLabels[query.state], href: path + actionSearch({ ...query, state: null }) },
              query.origin && { text: origins[query.origin].label, href: path + actionSearch({ ...query, origin: null }) },
              query.owner && { text: owner ?? "Another owner", href: path + actionSearch({ ...query, owner: null }) },
            ]}
          />
          {items.length > 0 ? <ActionsTable slug={slug} actions={items} today={today} captionHidden /> : <p className="govuk-body">No action is like that. <a className="govuk-link" href={path}>See all of them</a>.</p>}
          {numbers && <Pagination {...numbers} />}
          <p className="govuk-body"><a className="govuk-link" href={`${path}.csv${actionSearch(query)}`}>Download these actions (CSV)</a></p>
        </>
      )}
    </>
  );
}

function sentence({ all, open, overdue, proposed }: ActionsPageProps["counts"]): string {
  if (open === 0) return all === 1 ? "There is 1 action, and it is closed." : `All ${all.toLocaleString("en-GB")} actions are closed.`;
  const parts = [overdue > 0 && `${overdue.toLocaleString("en-GB")} overdue`, proposed > 0 && `${proposed.toLocaleString("en-GB")} proposed as done`].filter((each) => typeof each === "string");
  return `${open.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} ${open === 1 ? "is" : "are"} still to be closed${parts.length > 0 ? `, of them ${parts.join(" and ")}` : ""}.`;
}

function NothingYet({ record, all }: ActionsPageProps["may"]) {
  if (!all) return <p className="govuk-body-l">There is no action yet. What you or your agency undertakes to do will be here.</p>;
  return (
    <>
      <p className="govuk-body-l">There is no action yet.</p>
      <p className="govuk-body">Here stands what somebody undertook to do, from wherever it comes: who does it, by when, how far it is, and who closed it.</p>
      {!record && <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners record actions.</p>}
    </>
  );
}
