import { DecisionsNav } from "#app/components/decisions/decisions-nav.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { RiskView } from "#app/domain/risks/risk-view.ts";
import { isOverdue, levelOf } from "#app/domain/risks/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { risksPath } from "./paths.ts";
import { RiskScoreTag } from "./risk-score-tag.tsx";

interface RisksPageProps {
  slug: string;
  today: string;
  /** The open ones with the highest score first. */
  risks: readonly RiskView[];
  mayRecord: boolean;
}

/** The register of risks to the partnership's work. */
export function RisksPage({ slug, today, risks, mayRecord }: RisksPageProps) {
  const open = risks.filter((risk) => risk.closedOn === null);
  const high = open.filter((risk) => levelOf(risk) === "high").length;
  const late = open.filter((risk) => isOverdue(risk, today)).length;
  return (
    <>
      <DecisionsNav slug={slug} current="risks" />
      <p className="govuk-body-l">{open.length === 0 ? "No risk is open." : `${String(open.length)} ${open.length === 1 ? "risk is" : "risks are"} open: ${high === 0 ? "none high" : `${String(high)} high`}, ${late === 0 ? "no review overdue" : `${String(late)} ${late === 1 ? "review" : "reviews"} overdue`}.`}</p>
      <p className="govuk-body">What could keep the partnership from doing its work, with how likely it is and how much harm it would do (1 to 5 each). Never a risk to one child.</p>
      {mayRecord && <Button href={risksPath(slug, "new")}>Add a risk</Button>}
      {risks.length > 0 && (
        <Table
          caption="Risks"
          captionHidden
          columns={[{ label: "Risk" }, { label: "Score" }, { label: "Whose it is" }, { label: "Next review" }]}
          rows={risks.map((risk) => {
            const { number, title, owner, reviewOn, closedOn } = risk;
            return {
              key: String(number),
              cells: [
                <a key="risk" className="govuk-link" href={risksPath(slug, number)}>{`${String(number)}: ${title}`}</a>,
                <RiskScoreTag key="score" risk={risk} />,
                owner,
                closedOn ? `Closed on ${showDate(closedOn)}` : <>{showDate(reviewOn)}{isOverdue(risk, today) && <><br /><strong>Overdue</strong></>}</>,
              ],
            };
          })}
        />
      )}
    </>
  );
}
