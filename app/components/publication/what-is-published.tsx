import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { type DocumentAddress, type DocumentKind, documentWords, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";

/** Where one document of a partnership stands. `dates` is null when its text may not be read; `forYoungPeople` is where its page for them is. */
export interface DocumentStanding {
  kind: DocumentKind;
  newest: PublishedVersion | null;
  dates: Pick<DocumentFacts, "inForceFrom" | "nextReviewOn"> | null;
  forYoungPeople: string | null;
}

export interface WhatIsPublishedProps {
  slug: string;
  documents: readonly DocumentStanding[];
  /** How many documents from before this site was used are listed. */
  earlier: number;
  today: string;
  /** The latest year's total and change, in a sentence; null while no funding is published. */
  funding: { year: FinancialYear; sentence: string } | null;
  /** How many relevant agencies are named, in a sentence; null while no list is published. */
  agencies: string | null;
  /** How many priorities stand how, in a sentence; null while none is published. */
  priorities: string | null;
}

/** The documents of a partnership and where each stands; what is not yet published says so. */
export function WhatIsPublished({ slug, documents, earlier, today, funding, agencies, priorities }: WhatIsPublishedProps) {
  const standing = documents.map(({ kind, newest, ...found }) => ({
    key: documentWords(kind).name,
    value: newest ? <Standing at={{ slug, kind }} newest={newest} {...found} today={today} /> : <NotYet kind={kind} />,
  }));
  standing.push({ key: "Funding", value: <Funding slug={slug} funding={funding} /> });
  if (agencies) standing.push({ key: "Agencies", value: <p className="govuk-body"><a className="govuk-link" href={pathTo.agencies(slug)}>Relevant agencies</a>: {agencies}</p> });
  if (priorities) standing.push({ key: "Priorities", value: <p className="govuk-body"><a className="govuk-link" href={pathTo.priorities(slug)}>What the partners set out to improve</a>: {priorities}</p> });
  return <SummaryList rows={earlier === 0 ? standing : [...standing, { key: "Earlier documents", value: <Earlier slug={slug} count={earlier} /> }]} />;
}

function Funding({ slug, funding }: Pick<WhatIsPublishedProps, "slug" | "funding">) {
  if (!funding) return <p className="govuk-body">Not yet published. Who gives what, and what it is spent on, will be here once the leader of every partner has signed the budget.</p>;
  return <p className="govuk-body"><a className="govuk-link" href={pathTo.funding(slug)}>Funding, {showYear(funding.year)}</a>: {funding.sentence}</p>;
}

function Earlier({ slug, count }: { slug: string; count: number }) {
  return <p className="govuk-body"><a className="govuk-link" href={pathTo.archive(slug)}>{count === 1 ? "One document" : `${String(count)} documents`} published before this site was used</a></p>;
}

function NotYet({ kind }: { kind: DocumentKind }) {
  const { they, them } = documentWords(kind);
  return <p className="govuk-body">Not yet published. {they === "it" ? "It" : "They"} will be here once the leader of every partner has signed {them}.</p>;
}

type StandingProps = { at: DocumentAddress; newest: PublishedVersion; today: string } & Pick<DocumentStanding, "dates" | "forYoungPeople">;

function Standing({ at, newest, dates, forYoungPeople, today }: StandingProps) {
  const versions = <a className="govuk-link" href={pathTo.versions(at)}>All versions<span className="govuk-visually-hidden"> of {documentWords(at.kind).the}</span></a>;
  if (newest.state === "withdrawn" || newest.state === "taken-down") {
    const notice = noticeOf(newest, newest.state);
    const what = newest.state === "withdrawn" ? "withdrawn" : "taken down for safety";
    return <p className="govuk-body">Version {newest.number} was {what}{notice && ` on ${showDate(notice.at)}`}. Nothing newer is published yet. {versions}</p>;
  }
  const review = dates?.nextReviewOn;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={pathTo.document(at)}>{documentWords(at.kind).fullName}, version {newest.number}</a>
      </p>
      {forYoungPeople && <p className="govuk-body"><a className="govuk-link" href={forYoungPeople}>{youngPeople.page}</a></p>}
      <p className="govuk-body">
        Published {showDate(newest.publishedAt)}.
        {dates?.inForceFrom && ` In force from ${showDate(dates.inForceFrom)}.`}
        {review && (review < today ? ` Review was due by ${showDate(review)}.` : ` Next review by ${showDate(review)}.`)} {versions}
      </p>
    </>
  );
}
