import { typedPercent } from "#app/domain/funding/shared/rules.ts";
import { roundingRule } from "#app/domain/funding/shared/vocabulary.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";

/** How the figures of a division were worked out; `one` of them, where only that one is shown. */
export function DivisionRule({ childrenShare, one = false }: { childrenShare: number; one?: boolean }) {
  return (
    <>
      <p className="govuk-body">{roundingRule}</p>
      {childrenShare < wholeShare && (
        <p className="govuk-body">The money is for children and adults together, and {typedPercent(childrenShare)}% of it is for children. {one ? "That part is worked out from our share, to the penny." : "That part of each share is worked out by itself, to the penny, and its total is the sum of the column."}</p>
      )}
    </>
  );
}
