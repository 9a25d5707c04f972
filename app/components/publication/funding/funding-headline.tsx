import { Figures } from "#app/components/facts/figures.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { inWords } from "#app/domain/documents/version-state.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { changeSentence, perChild } from "#app/domain/publication/funding-findings.ts";
import { changeOf } from "#app/domain/publication/funding-year.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { FundingPageProps } from "./funding-page.tsx";

/** The answer above the fold: the total, how it changed, who signed it, what it is spent on, for each child. */
export function FundingHeadline({ funding }: { funding: FundingPageProps["funding"] }) {
  const { snapshot, outline, previous, budget } = funding;
  const { summary, partnership, year } = snapshot.facts;
  const { signed, outturn } = outline;
  const at = { slug: partnership.slug, kind: budgetKind(year) };
  return (
    <>
      {budget?.state === "withdrawn" && (
        <NotificationBanner titleText="Withdrawn" text="The signed budget that these figures are from was withdrawn.">
          <p className="govuk-body"><a className="govuk-notification-banner__link" href={pathTo.version(at, budget.number)}>See why</a></p>
        </NotificationBanner>
      )}
      <p className="govuk-body-l">
        The partners {outturn ? "gave" : "agreed to give"} <strong>{showMoney(summary.cash)}</strong> in cash{summary.joint && <>, <strong>{showMoney(summary.childrenCash)}</strong> of it for children</>}. {changeSentence(snapshot.facts, previous?.facts ?? null)}{" "}
        {signed ? (
          <><a className="govuk-link" href={pathTo.version(at, signed.number)}>Signed</a> by all {inWords(signed.signatures)} lead safeguarding partners on {showDate(signed.lastSignedOn)}.</>
        ) : (
          <>These figures were not signed here{outline.earlierSource && `; they were published first in: ${outline.earlierSource}`}.</>
        )}
      </p>
      <Figures figures={figuresOf(funding)} />
    </>
  );
}

function figuresOf({ snapshot, outline, previous }: FundingPageProps["funding"]) {
  const { summary } = snapshot.facts;
  const change = changeOf(snapshot.facts, previous?.facts ?? null);
  const since = change && previous ? `${change.pence < 0 ? "down" : "up"} ${showMoney(Math.abs(change.pence))} on ${showYear(previous.facts.year)}` : undefined;
  const each = perChild(summary);
  return [
    { term: outline.outturn ? "Cash contributed" : "Cash agreed", value: showMoney(summary.cash), note: since },
    { term: outline.outturn ? "Spent" : "To be spent", value: showMoney(summary.spending), note: `${showMoney(summary.carriedForward)} carried forward` },
    inKindFigure(outline, summary),
    { term: "For each child in the area", value: each === null ? "Not provided" : showMoney(each), note: outline.population && `${outline.population.children.toLocaleString("en-GB")} children (${outline.population.source})` },
  ];
}

/** Help that nobody put a value on is not worth £0. */
function inKindFigure({ contributions }: FundingPageProps["funding"]["outline"], { inKind, inKindNotValued }: FundingPageProps["funding"]["snapshot"]["facts"]["summary"]) {
  const given = contributions.filter((line) => line.form === "in-kind").length;
  if (given === 0) return { term: "In kind", value: "None", note: "none is recorded" };
  if (given === inKindNotValued) return { term: "In kind", value: "Not valued", note: `${String(given)} described below` };
  return { term: "In kind, valued", value: showMoney(inKind), note: `not part of the cash${inKindNotValued > 0 ? `, ${String(inKindNotValued)} not valued` : ""}` };
}
