import type { ContributionLine } from "#app/domain/funding/funding-view.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import { ContributionsRegister } from "./contributions-register.tsx";
import { fundingPath } from "./paths.ts";

/** What somebody's own body gives in a year, for those who see nothing else of it. */
export function OwnLines({ slug, year, lines, signed }: { slug: string; year: FinancialYear; lines: readonly ContributionLine[]; signed: boolean }) {
  const add = <p className="govuk-body"><a className="govuk-link" href={fundingPath(slug, year, "contributions/new")}>Add what your body gives</a></p>;
  if (lines.length === 0) return <><p className="govuk-body">Nothing is recorded yet of what your body gives in this year.</p>{!signed && add}</>;
  return (
    <>
      <p className="govuk-body">This is what your body gives. {signed ? "The budget is signed: ask the business manager to record a change of its amount." : "You can change it until the budget is signed."}</p>
      <ContributionsRegister lines={lines} signed={signed} linkTo={(id) => fundingPath(slug, year, `contributions/${id}`)} />
      {!signed && add}
    </>
  );
}
