import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { answersLine, inState } from "#app/domain/funding/shared/rules.ts";
import type { SharedView } from "#app/domain/funding/shared/shared-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

/** What became of the shares, and what the host can do about those that were declined. */
export function AnswersSoFar({ shared: { parts, withdrawnAt } }: { shared: SharedView }) {
  if (withdrawnAt) return <InsetText>This amount was withdrawn on {showDate(withdrawnAt)}. Nobody can accept a share of it any more.</InsetText>;
  const accepted = inState(parts, "accepted");
  const declined = inState(parts, "declined");
  return (
    <>
      <p className="govuk-body">Shares of {parts.length} {parts.length === 1 ? "partnership" : "partnerships"}: {answersLine(parts)}. {accepted.count > 0 && `${showMoney(accepted.pence)} is accepted.`}</p>
      {declined.count > 0 && (
        <InsetText>
          {showMoney(declined.pence)} was declined; the reasons are in the table. {accepted.count === 0 ? "Change the shares to offer them anew." : "What others accepted stays as it is. To offer the declined part again, enter it as another amount."}
        </InsetText>
      )}
    </>
  );
}
