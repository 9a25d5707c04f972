import { Amount } from "#app/components/funding/amount.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { notValued } from "#app/domain/funding/vocabulary.ts";

import type { LineToEdit } from "./line-form.tsx";

interface LineStandingProps {
  edited: LineToEdit;
  signed: boolean;
  all: boolean;
  /** The address of the line. */
  path: string;
}

/** What a line is in the signed budget and now, and how that is changed; before it is signed, how the line is removed. */
export function LineStanding({ edited, signed, all, path }: LineStandingProps) {
  const { line } = edited;
  if (!line) return null;
  const shared = edited.list === "contributions" && edited.line?.sharedId;
  if (shared) return <InsetText>This line is the partnership’s part of one payer’s amount for several partnerships. Its amount, <Amount pence={line.pence} />, is what was accepted.</InsetText>;
  if (!signed) return all ? <p className="govuk-body"><a className="govuk-link" href={`${path}/remove`}>Remove this line</a></p> : null;
  const isValued = line.signed !== null;
  return (
    <InsetText>
      In the signed budget: {isValued ? <Amount pence={line.signed} /> : notValued}.{isValued && line.varied !== line.signed && <> With the changes since: <Amount pence={line.varied} />.</>}{" "}
      {all && isValued ? <a className="govuk-link" href={`${path}/vary`}>Record a change in the year</a> : all ? "" : "Ask the business manager to record a change in the year."}
    </InsetText>
  );
}
