import { Figures } from "#app/components/facts/figures.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { sharesOf, showShare } from "#app/domain/funding/rules.ts";
import { typedWeight } from "#app/domain/funding/shared/rules.ts";
import type { OfferView } from "#app/domain/funding/shared/shared-view.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { DivisionRule } from "./division-rule.tsx";
import { SharedSummary } from "./shared-summary.tsx";

/** What a partnership is offered, by whom, and how its share was worked out. */
export function OfferFacts({ offer }: { offer: OfferView }) {
  const { partPence, partChildrenPence, pence, childrenShare, method, weight, host } = offer;
  const [share] = sharesOf([partPence, pence - partPence]) ?? [];
  return (
    <>
      <Figures
        figures={[
          { term: "Our share", value: showMoney(partPence), note: share === undefined ? undefined : `${showShare(share)} of ${showMoney(pence)}` },
          ...(childrenShare < wholeShare ? [{ term: "Of which for children", value: showMoney(partChildrenPence) }] : []),
        ]}
      />
      <SharedSummary shared={offer} host={host.name} />
      <h2 className="govuk-heading-m">How our share was worked out</h2>
      <p className="govuk-body">{method === "flat" ? "Every partnership that gets a share gets the same, but for a penny." : `The amount is divided by weight, and ours is ${typedWeight(weight)}. A partnership with twice the weight gets twice the share.`}</p>
      <DivisionRule childrenShare={childrenShare} one />
    </>
  );
}

/** What we answered, or that it can be answered no more; nothing while it waits. */
export function OfferAnswer({ offer: { state, reason, answeredAt, withdrawnAt, host, year } }: { offer: OfferView }) {
  if (withdrawnAt) return <InsetText>{host.name} withdrew this on {showDate(withdrawnAt)}. There is nothing to answer any more.</InsetText>;
  if (!answeredAt) return null;
  if (state === "accepted") return <InsetText>We accepted this share on {showDate(answeredAt)}. It is a line of our contributions of {showYear(year)}. Its amount stays what was accepted; more would be offered as another share.</InsetText>;
  return <InsetText>We declined this share on {showDate(answeredAt)}. The host can read our reason: {reason}</InsetText>;
}
