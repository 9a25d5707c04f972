import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { StoredFunding } from "#app/domain/publication/funding.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";

import { FundingPage, type FundingPageProps } from "./funding-page.tsx";

interface At {
  partnership: StoredFunding["partnership"];
  origin: string;
}

/** What a funding address may show. */
export type FundingViewProps = At &
  (
    | { view: "none" }
    | { view: "taken-down"; year: FinancialYear; takenDown: { at: string; reason: string | null } | null; history: readonly StoredFunding[] }
    | ({ view: "year" } & FundingPageProps)
  );

export function FundingView(shown: FundingViewProps) {
  return (
    <PublicFrame partnership={shown.partnership} current="funding">
      {shown.view === "year" ? <FundingPage {...shown} /> : shown.view === "none" ? <NothingYet partnership={shown.partnership} /> : <TakenDown {...shown} />}
    </PublicFrame>
  );
}

function NothingYet({ partnership: { slug, name } }: Pick<At, "partnership">) {
  return (
    <>
      <h1 className="govuk-heading-l">Funding</h1>
      <p className="govuk-body-l">No funding of {name} is published yet.</p>
      <p className="govuk-body">Here anybody will see who gives what, what it is spent on, how it changed and what is left out, once the <Abbr of="LSP" /> of every partner has signed the shared budget.</p>
      <FactsStrip facts={[{ term: "Owner", description: `The lead safeguarding partners of ${name}` }, { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> }, { term: "Elsewhere", description: <a className="govuk-link" href="/funding">Funding across partnerships</a> }]} />
    </>
  );
}

function TakenDown({ partnership: { slug, name }, year, takenDown, history }: Extract<FundingViewProps, { view: "taken-down" }>) {
  return (
    <>
      <h1 className="govuk-heading-l">These figures have been taken down</h1>
      <p className="govuk-body-l">The funding of {name}, {showYear(year)}, was taken down for safety{takenDown && ` on ${showDate(takenDown.at)}`}.</p>
      {takenDown?.reason && <p className="govuk-body"><strong>Reason:</strong> {takenDown.reason}</p>}
      <p className="govuk-body">Please do not share copies that you may have. {history.length > 0 ? <>Other years: {history.map((each, at) => <span key={each.year}>{at > 0 && ", "}<a className="govuk-link" href={pathTo.funding(slug, each.year)}>{showYear(each.year)}</a></span>)}.</> : "Nothing else is published."}</p>
      <FactsStrip facts={[{ term: "Status", description: "Taken down for safety" }, { term: "Owner", description: `The lead safeguarding partners of ${name}` }, { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>What was published when</a> }]} />
    </>
  );
}
