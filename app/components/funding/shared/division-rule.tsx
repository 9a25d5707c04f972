import { typedPercent } from "#app/domain/funding/shared/rules.ts";
import { roundingRule } from "#app/domain/funding/shared/vocabulary.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";

/** How the figures of a division were worked out. */
export function DivisionRule({ childrenShare }: { childrenShare: number }) {
  return (
    <>
      <p className="govuk-body">{roundingRule}</p>
      {childrenShare < wholeShare && (
        <p className="govuk-body">The money is for children and adults together, and {typedPercent(childrenShare)}% of it is for children. That part of each share is worked out by itself, to the penny, and its total is the sum of the column.</p>
      )}
    </>
  );
}
