import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { SeatPowers } from "#app/domain/decisions/decision-view.ts";
import { decisionMatters, matterLabel } from "#app/domain/decisions/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { DecisionsNav } from "./decisions-nav.tsx";
import { decisionsPath } from "./paths.ts";

interface DelegatedPageProps {
  slug: string;
  powers: readonly SeatPowers[];
  /** The seats that the reader leads. */
  mine: readonly string[];
}

/** What each lead lets their delegate decide today. */
export function DelegatedPage({ slug, powers, mine }: DelegatedPageProps) {
  return (
    <>
      <DecisionsNav slug={slug} current="delegated" />
      <p className="govuk-body-l">A delegated safeguarding partner decides about what their lead lists here. Everything else goes to the leads.</p>
      {powers.map(({ seatId, body, delegate, list }) => (
        <section key={seatId}>
          <h2 className="govuk-heading-m">{body}</h2>
          <SummaryList
            rows={[
              { key: "Delegate", value: delegate ? `${delegate.office}, ${delegate.name}` : "Vacant" },
              { key: "Delegation", value: delegate?.delegation ? <>From {showDate(delegate.delegation.since)}<br />{delegate.delegation.scope}</> : "None is in force: the lead records or confirms it on the People page" },
              { key: "May decide about", value: list ? (list.matters.length > 0 ? <ul className="govuk-list">{list.matters.map((each) => <li key={each}>{matterLabel(each)}</li>)}</ul> : "Nothing") : "No list is recorded: nothing" },
              { key: "May commit", value: list?.limitPence ? `Up to ${showMoney(list.limitPence)} with one decision` : "No money" },
              ...(list ? [{ key: "Listed", value: `From ${showDate(list.startsOn)}, by ${list.office}` }] : []),
            ]}
          />
          {mine.includes(seatId) && <Button variant="secondary" href={decisionsPath(slug, `delegated/${seatId}`)}>{list ? "Change the list" : "Record the list"}</Button>}
        </section>
      ))}
      <h2 className="govuk-heading-m">What cannot be delegated</h2>
      <ul className="govuk-list govuk-list--bullet">{decisionMatters.filter((matter) => matter.reserved).map(({ id, label }) => <li key={id}>{label}</li>)}</ul>
    </>
  );
}
