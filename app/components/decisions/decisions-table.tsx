import { Table } from "#app/components/govuk/table.tsx";
import { answersSoFar } from "#app/domain/decisions/rules.ts";
import type { DecisionLine } from "#app/domain/decisions/decision-view.ts";
import { matterLabel } from "#app/domain/decisions/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { DecisionStateTag } from "./decision-state-tag.tsx";
import { decisionsPath } from "./paths.ts";

/** Decisions, the newest first, each with who decides and where it is. */
export function DecisionsTable({ slug, decisions }: { slug: string; decisions: readonly DecisionLine[] }) {
  return (
    <Table
      caption="Decisions"
      captionHidden
      columns={[{ label: "Decision" }, { label: "Who decides" }, { label: "Decided on" }, { label: "Where it is" }]}
      rows={decisions.map((decision) => {
        const { number, sentence, matter, takenBy, takers, decidedOn, state, isPublic } = decision;
        return {
          key: String(number),
          cells: [
            <><a className="govuk-link" href={decisionsPath(slug, number)}>{`${String(number)}: ${sentence}`}</a><span className="muted"><br />{matterLabel(matter)}</span></>,
            takenBy === "leads" ? "The leads together" : `Delegates of ${new Intl.ListFormat("en-GB").format(takers.map((each) => each.body))}`,
            decidedOn ? showDate(decidedOn) : "Not yet",
            <><DecisionStateTag decision={decision} /><span className="muted"><br />{state === "asked" ? answersSoFar(takers) : isPublic ? "Public" : "Not public"}</span></>,
          ],
        };
      })}
    />
  );
}
