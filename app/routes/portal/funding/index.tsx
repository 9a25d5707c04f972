import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { FinancePage } from "#app/components/funding/finance-page.tsx";
import { FundingPage } from "#app/components/funding/funding-page.tsx";
import { OwnLines } from "#app/components/funding/own-lines.tsx";
import { can } from "#app/domain/access/rules.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { decisionsOf, yearStateWords } from "#app/domain/funding/decisions.ts";
import { getFinance, listWholeYears } from "#app/domain/funding/finance.server.ts";
import { isOwnLine } from "#app/domain/funding/require-editor.server.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "Funding", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-funding");
  const { actor, me, partnership } = member;
  const subject = { partnershipId: partnership.id };
  const { flash, headers: once } = readFlash(request);
  const around = { frame: partnershipFrame(member), partnership, flash };
  if (!can(me, "read-drafts", subject)) {
    const years = (await listWholeYears(actor, partnership.id)).map(({ record, contributions, inForce }) => ({ year: record.year, signed: inForce !== null, lines: contributions.filter((line) => isOwnLine(me, partnership.id, line)) }));
    return data({ ...around, shown: { view: "own" as const, years } }, { headers: once });
  }
  const finance = await getFinance(actor, partnership.id);
  const years = finance.years.map((each) => ({ year: each.year, state: yearStateWords(each) }));
  return data({ ...around, shown: { view: "all" as const, thisYear: finance.thisYear, year: finance.shown, years, decisions: decisionsOf(finance), mayOpen: can(me, "edit-funding", subject) } }, { headers: once });
}

export default function Funding() {
  const { frame, partnership, flash, shown } = useLoaderData<typeof loader>();
  return (
    <FundingPage frame={frame} back={shown.view === "all" ? { href: `/portal/${partnership.slug}`, text: "Back to what needs you" } : { href: `/portal/${partnership.slug}/people`, text: "Back to people" }} caption={partnership.name} title="Funding" flash={flash} wide>
      {shown.view === "all" ? (
        <FinancePage slug={partnership.slug} {...shown} />
      ) : shown.years.length === 0 ? (
        <p className="govuk-body">No financial year is open yet. The business manager opens it; then what your body gives can be recorded here.</p>
      ) : (
        shown.years.map(({ year, signed, lines }) => (
          <section className="section" key={year} aria-labelledby={`year-${year}`}>
            <h2 className="govuk-heading-m" id={`year-${year}`}>{showYear(year)}</h2>
            <OwnLines slug={partnership.slug} year={year} lines={lines} signed={signed} />
          </section>
        ))
      )}
    </FundingPage>
  );
}
