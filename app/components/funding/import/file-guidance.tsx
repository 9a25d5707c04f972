import { fundingPath } from "#app/components/funding/paths.ts";
import { Details } from "#app/components/govuk/details.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { type FundingList, fundingListWords } from "#app/domain/funding/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import { ColumnsTable } from "./columns-table.tsx";

interface FileGuidanceProps {
  slug: string;
  year: FinancialYear;
  list: FundingList;
  /** Whether a signed budget is in force. */
  signed: boolean;
}

/** How to make a file of a list's lines, before anybody chooses one. */
export function FileGuidance({ slug, year, list, signed }: FileGuidanceProps) {
  const { many } = fundingListWords[list];
  const to = (page: string) => fundingPath(slug, year, `${list}${page}`);
  return (
    <>
      <p className="govuk-body">We show you everything that the file would change before anything changes, and what you take in can be undone.</p>
      <ol className="govuk-list govuk-list--number">
        <li>Begin with <a className="govuk-link" href={to("/template.csv")}>the template (CSV)</a> to add {many}, or with <a className="govuk-link" href={to(".csv")}>the {many} that are there (CSV)</a> to change them.</li>
        <li>Fill it in with any spreadsheet, and keep row 1. Columns may be in another order.</li>
        <li>Save it as CSV, and choose it here.</li>
      </ol>
      {signed && <InsetText>The budget is signed and published. A file can say what was invoiced, received or spent, and correct words; amounts are changed line by line, as a change in the year.</InsetText>}
      <Details summaryText="What the columns hold">
        <ColumnsTable list={list} />
      </Details>
    </>
  );
}
