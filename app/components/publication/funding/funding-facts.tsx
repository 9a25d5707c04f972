import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { statusOf } from "#app/domain/publication/funding-tables.ts";
import { shortHash } from "#app/domain/publication/rules.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";

import type { FundingPageProps } from "./funding-page.tsx";

/** The facts about a year's funding page: how final it is, what was signed, where it is as data. */
export function FundingFacts({ funding: { snapshot, outline, budget, firstPublishedAt, updates, history } }: { funding: FundingPageProps["funding"] }) {
  const { partnership, year } = snapshot.facts;
  const { slug, name } = partnership;
  const path = pathTo.funding(slug, year);
  const at = { slug, kind: budgetKind(year) };
  const others = history.map((each) => each.year).filter((each) => each !== year);
  return (
    <FactsStrip
      facts={[
        { term: "Status", description: statusOf(snapshot.facts) },
        outline.signed && { term: "Signed budget", description: <><a className="govuk-link" href={pathTo.version(at, outline.signed.number)}>Version {outline.signed.number}</a>, <a className="govuk-link" href={`${pathTo.version(at, outline.signed.number)}.pdf`}>PDF</a></> },
        outline.signed && { term: "Signed text", description: <a className="govuk-link" href={pathTo.verify(outline.signed.contentSha256)}>Check <span className="hash">{shortHash(outline.signed.contentSha256)}</span></a> },
        { term: "First published", description: showDate(firstPublishedAt) },
        { term: "Last updated", description: `${showDate(snapshot.publishedAt)}${outline.outturn ? `, outturn${outline.outturn.note ? ` again: ${outline.outturn.note}` : ""}` : ""}` },
        Boolean(budget?.nextReviewOn) && { term: "Next review", description: showDate(budget?.nextReviewOn ?? "") },
        { term: "Owner", description: `The lead safeguarding partners of ${name}` },
        { term: "Other years", description: others.length === 0 ? "None is published here" : <>{others.map((each, at_) => <span key={each}>{at_ > 0 && ", "}<a className="govuk-link" href={pathTo.funding(slug, each)}>{showYear(each)}</a></span>)}</> },
        { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>{updates === 1 ? "1 update" : `${String(updates)} updates`} of this year, and all others</a> },
        { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> },
        { term: "As data", description: <><a className="govuk-link" href={`${path}.json`}>JSON</a>, <a className="govuk-link" href={`${path}/datapackage.json`}>data package</a>; <a className="govuk-link" href="/funding">all partnerships</a></> },
        { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}
