import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { type NoticeQuery, noticeSearch } from "#app/domain/agencies/notices/notice-query.ts";
import type { Notices, ReplyView } from "#app/domain/agencies/notices/notice-view.ts";
import { noticeStateLabels, noticeStates, replyKindLabels } from "#app/domain/agencies/notices/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { AgenciesNav } from "../agencies-nav.tsx";
import { agenciesPath } from "../paths.ts";
import { NoticesTable } from "./notices-table.tsx";

interface NoticesPageProps {
  slug: string;
  query: NoticeQuery;
  notices: Notices;
  may: { edit: boolean; tell: boolean };
  mailGoes: boolean;
}

const count = (many: number) => many.toLocaleString("en-GB");

/** Which named agencies know that they are named, which have acknowledged, and what came back. */
export function NoticesPage({ slug, query, notices, may, mailGoes }: NoticesPageProps) {
  const { figures, named, found, page, pages, agencies, replies } = notices;
  const path = agenciesPath(slug, "notices");
  const numbers = pageNumbers(page, pages, (at) => path + noticeSearch(query, at));
  return (
    <>
      <AgenciesNav slug={slug} current="notices" />
      {named === 0 ? <NobodyNamed slug={slug} /> : (
        <>
          <p className="govuk-body-l">{sentence(notices)}</p>
          {!mailGoes && <p className="govuk-body"><strong>This installation sends no e-mail yet:</strong> letters wait until it does.</p>}
          <Replies slug={slug} replies={replies} />
          <div className="govuk-grid-row"><div className="govuk-grid-column-two-thirds"><Figures path={path} figures={figures} named={named} /></div></div>
          <ButtonGroup>
            {may.tell && <Button href={`${path}/tell`} variant={figures["to-tell"] > 0 ? undefined : "secondary"}>Tell agencies</Button>}
            {may.edit && <Button href={`${path}/addresses`} variant="secondary">Fill in addresses</Button>}
          </ButtonGroup>
          <form method="get" action={path} role="search" className="search">
            <Input name="q" type="search" label="Find a named agency" labelSize="m" hint="By its name, URN or address" defaultValue={query.q} spellCheck={false} />
            <div className="search__row">
              <Select name="state" label="How far it is" defaultValue={query.state ?? ""} items={[{ value: "", text: "All" }, ...noticeStates.map((state) => ({ value: state, text: noticeStateLabels[state] }))]} />
            </div>
            <Button>Search</Button>
          </form>
          <h2 className="govuk-heading-m" id="found">{found === 1 ? "1 named agency" : `${count(found)} named agencies`}</h2>
          <FilterTags tags={[query.q && { text: `“${query.q}”`, href: path + noticeSearch({ ...query, q: "" }) }, query.state && { text: noticeStateLabels[query.state], href: path + noticeSearch({ ...query, state: null }) }]} />
          {query.state === "came-back" && found > 0 && <p className="govuk-body">These letters did not arrive, as far as the portal knows. Ask each office how to write to it, put the address right on the page of the agency, then {may.tell ? <a className="govuk-link" href={`${path}/tell?state=came-back`}>send the letters again</a> : "have the letters sent again"}. Nobody is reminded meanwhile.</p>}
          {agencies.length > 0 ? <NoticesTable slug={slug} agencies={agencies} /> : <p className="govuk-body">No named agency is like that. <a className="govuk-link" href={path}>See all of them</a>.</p>}
          {numbers && <Pagination {...numbers} />}
        </>
      )}
    </>
  );
}

function sentence({ figures, named }: Notices): string {
  const { acknowledged } = figures;
  if (acknowledged === named) return named === 1 ? "The one agency that is named has acknowledged." : `All ${count(named)} agencies that are named have acknowledged.`;
  return `${count(acknowledged)} of ${count(named)} named ${named === 1 ? "agency" : "agencies"} ${acknowledged === 1 ? "has" : "have"} acknowledged.`;
}

function Figures({ path, figures, named }: { path: string; figures: Notices["figures"]; named: number }) {
  return (
    <Table
      caption={`How far the ${count(named)} named ${named === 1 ? "agency is" : "agencies are"}`}
      columns={[{ label: "How far" }, { label: "Agencies", format: "numeric" }]}
      stack={false}
      rows={noticeStates.filter((state) => figures[state] > 0).map((state) => ({
        key: state,
        cells: [<a className="govuk-link" key="state" href={`${path}${noticeSearch({ q: "", state })}#found`}>{noticeStateLabels[state]}</a>, count(figures[state])],
      }))}
    />
  );
}

function Replies({ slug, replies }: { slug: string; replies: readonly ReplyView[] }) {
  if (replies.length === 0) return null;
  return (
    <Table
      caption="Waiting for your decision"
      columns={[{ label: "Agency" }, { label: "What it wrote" }, { label: "On" }]}
      rows={replies.map(({ id, legalName, kind, saidOn }) => ({
        key: id,
        cells: [<a className="govuk-link" key="agency" href={agenciesPath(slug, `notices/replies/${id}`)}>{legalName}</a>, replyKindLabels[kind], showDate(saidOn)],
      }))}
    />
  );
}

function NobodyNamed({ slug }: { slug: string }) {
  return (
    <>
      <p className="govuk-body-l">No agency is named yet.</p>
      <p className="govuk-body">When one is, it gets a letter by e-mail with a link to acknowledge it, and this page shows how far each is. Give an address for notices <a className="govuk-link" href={agenciesPath(slug)}>in the register</a> before you name them.</p>
    </>
  );
}
