import { CarriedFields } from "#app/components/admin/carried-fields.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { PartFigures, SharedDetails } from "#app/domain/funding/shared/shared-view.ts";
import { type FormValues, list } from "#app/http/form-values.ts";

import { DivisionRule } from "./division-rule.tsx";
import { PartsTable } from "./parts-table.tsx";
import { SharedSummary } from "./shared-summary.tsx";

/** A division that nobody has been offered yet. */
export interface Division {
  shared: SharedDetails;
  parts: PartFigures[];
}

export interface DivisionCheckProps extends Division {
  /** What was typed, to be sent again unseen. */
  typed: FormValues;
  submissionKey: string;
}

/** What each partnership would be offered, to be looked at before it is. */
export function DivisionCheck({ shared, parts, typed, submissionKey }: DivisionCheckProps) {
  return (
    <>
      <p className="govuk-body">Nothing is saved yet. Each partnership is told its share on its own funding pages, and accepts or declines it.</p>
      <SharedSummary shared={shared} />
      <PartsTable caption="The shares" method={shared.method} childrenShare={shared.childrenShare} parts={parts} />
      <DivisionRule childrenShare={shared.childrenShare} />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <CarriedFields fields={carried(typed)} />
        <ButtonGroup>
          <Button name="checked" value="yes">Offer these shares</Button>
          <Button name="again" value="yes" variant="secondary">Change what you typed</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

const ofThisPage = ["submission", "checked", "again"];

/** Everything typed, without the weights of partnerships that were not ticked. */
function carried(typed: FormValues): [name: string, value: string][] {
  const parts = list(typed, "part");
  const names = Object.keys(typed).filter((name) => !ofThisPage.includes(name) && (!name.startsWith("weight-") || parts.includes(name.slice("weight-".length))));
  return names.flatMap((name) => list(typed, name).map((value): [string, string] => [name, value]));
}
