import { documentPath } from "#app/components/drafting/paths.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import type { FundingYear } from "#app/domain/funding/funding-view.ts";
import { type FundingList, fundingListWords } from "#app/domain/funding/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { daysOf } from "#app/domain/shared/financial-year.ts";

import { ContributionsRegister } from "./contributions-register.tsx";
import { fundingPath } from "./paths.ts";
import { SpendingRegister } from "./spending-register.tsx";
import { VariationList } from "./variation-list.tsx";
import { YearDetails, YearFigures } from "./year-summary.tsx";

export interface YearPageProps {
  slug: string;
  found: FundingYear;
  /** Ids of the lines of this person's own seat or post. */
  own: readonly string[];
  may: { edit: boolean; editOwn: boolean; publish: boolean; takeDown: boolean };
}

/** A year as those see it who prepare, check and sign its budget. */
export function YearPage({ slug, found, own, may }: YearPageProps) {
  const { record, contributions, spending, inForce, variations } = found;
  const to = (page: string) => fundingPath(slug, record.year, page);
  const signed = inForce !== null;
  const mayAddOwn = may.editOwn && !may.edit && !signed;
  return (
    <>
      <BudgetLine slug={slug} found={found} />
      <YearFigures year={found} />
      <section className="section" aria-labelledby="contributions">
        <h2 className="govuk-heading-m" id="contributions">{fundingListWords.contributions.title}</h2>
        {contributions.length === 0 && <p className="govuk-body">No contribution is recorded yet.{!may.edit && !mayAddOwn && " The business manager adds them."}</p>}
        <ContributionsRegister lines={contributions} signed={signed} linkTo={(id) => (may.edit || own.includes(id) ? to(`contributions/${id}`) : null)} />
        <ListActions slug={slug} found={found} list="contributions" edit={may.edit} add={may.edit || mayAddOwn} />
      </section>
      <section className="section" aria-labelledby="spending">
        <h2 className="govuk-heading-m" id="spending">{fundingListWords.spending.title}</h2>
        {spending.length === 0 ? <p className="govuk-body">No spending is recorded yet.{!may.edit && " The business manager adds it."}</p> : <SpendingRegister lines={spending} signed={signed} linkTo={may.edit ? (id) => to(`spending/${id}`) : undefined} />}
        <ListActions slug={slug} found={found} list="spending" edit={may.edit} add={may.edit} />
      </section>
      {variations.length > 0 && (
        <section className="section" aria-labelledby="changes">
          <h2 className="govuk-heading-m" id="changes">Changes in the year</h2>
          <VariationList variations={variations} />
        </section>
      )}
      <section className="section" aria-labelledby="details">
        <h2 className="govuk-heading-m" id="details">Statements and figures beside the lines</h2>
        <YearDetails record={record} {...(may.edit ? { changeHref: to("details") } : {})} />
      </section>
      <YearEnd slug={slug} found={found} may={may} />
    </>
  );
}

/** Where the year's budget stands. */
function BudgetLine({ slug, found: { record, inForce } }: Pick<YearPageProps, "slug" | "found">) {
  const at = { slug, kind: budgetKind(record.year) };
  return (
    <p className="govuk-body-l">
      {inForce ? (
        <>The budget is signed by every lead safeguarding partner and was published on {showDate(inForce.publishedAt)}: <a className="govuk-link" href={documentPath(at, `versions/${String(inForce.number)}`)}>version {inForce.number}</a>. Its amounts are changed line by line, with a reason; <a className="govuk-link" href={documentPath(at)}>a new version</a> is signed for large changes.</>
      ) : (
        <>No budget is signed and published yet. <a className="govuk-link" href={documentPath(at)}>Open the budget</a> to see what it still needs.</>
      )}
    </p>
  );
}

function ListActions({ slug, found, list, edit, add }: Pick<YearPageProps, "slug" | "found"> & { list: FundingList; edit: boolean; add: boolean }) {
  const to = (page: string) => fundingPath(slug, found.record.year, page);
  const some = (list === "contributions" ? found.contributions : found.spending).length > 0;
  return (
    <>
      {add && <Button href={to(`${list}/new`)} variant="secondary">{fundingListWords[list].newLine}</Button>}
      <ul className="govuk-list actions">
        {edit && some && <li><a className="govuk-link" href={to(`${list}/amounts`)}>Change many amounts at once<span className="govuk-visually-hidden"> of {fundingListWords[list].many}</span></a></li>}
        {edit && <li><a className="govuk-link" href={to(`${list}/import`)}>Take {fundingListWords[list].many} from a file</a></li>}
        {some && <li><a className="govuk-link" href={to(`${list}.csv`)}>Download {fundingListWords[list].many} (CSV)</a></li>}
      </ul>
    </>
  );
}

function YearEnd({ slug, found, may }: Pick<YearPageProps, "slug" | "found" | "may">) {
  const { record, today } = found;
  const to = (page: string) => fundingPath(slug, record.year, page);
  const over = today > daysOf(record.year).last;
  return (
    <section className="section" aria-labelledby="year-end">
      <h2 className="govuk-heading-m" id="year-end">In the year and at its end</h2>
      <p className="govuk-body">{record.outturnOn ? `The outturn was published on ${showDate(record.outturnOn)}.` : over ? "The year is over and its outturn is not published yet." : `The year ends on ${showDate(daysOf(record.year).last)}. Its outturn, what was received and spent line by line, is published then.`}</p>
      <ul className="govuk-list actions">
        <li><a className="govuk-link" href={to("reconcile")}>Reconcile received and spent</a></li>
        {may.publish && over && <li><a className="govuk-link" href={to("outturn")}>Publish the outturn{record.outturnOn ? " again" : ""}</a></li>}
        <li><a className="govuk-link" href={`/partnerships/${slug}/funding/${record.year}`}>What the public reads</a></li>
        {may.takeDown && <li><a className="govuk-link" href={to("take-down")}>Take what is published down for safety</a></li>}
      </ul>
    </section>
  );
}
