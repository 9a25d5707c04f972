import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import { fundingPath } from "./paths.ts";

/** On the page of a budget's draft: where its figures and statements are kept. */
export function BudgetFigures({ slug, year, mayEdit }: { slug: string; year: FinancialYear; mayEdit: boolean }) {
  return (
    <section aria-labelledby="figures-title">
      <h2 className="govuk-heading-s" id="figures-title">Figures and statements</h2>
      <p className="govuk-body">They are filled from what is recorded of the year. <a className="govuk-link" href={fundingPath(slug, year)}>{mayEdit ? "Change the figures" : "See the figures"}</a></p>
    </section>
  );
}
