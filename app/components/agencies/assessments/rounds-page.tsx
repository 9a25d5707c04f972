import { actionsPath } from "#app/components/actions/paths.ts";
import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { ratesOf, showRate } from "#app/domain/agencies/assessments/figures.ts";
import type { ReturnRow, RoundView } from "#app/domain/agencies/assessments/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { OwnReturns } from "./own-returns.tsx";
import { assessmentsPath } from "./paths.ts";

export interface RoundsPageProps {
  slug: string;
  today: string;
  /** Null for a representative, who oversees none. */
  rounds: readonly { round: RoundView; returns: ReturnRow[] }[] | null;
  own: readonly { round: RoundView; returns: ReturnRow[] }[];
  may: { issue: boolean; answer: boolean };
}

/** Self-assessments: the rounds of the partnership for those who oversee them, and what one's own agencies are asked. */
export function RoundsPage({ slug, today, rounds, own, may }: RoundsPageProps) {
  return (
    <>
      {rounds && <AgenciesNav slug={slug} current="assessments" />}
      {(own.length > 0 || !rounds) && <OwnReturns slug={slug} today={today} own={own} heading={rounds !== null} />}
      {rounds && (
        <>
          <p className="govuk-body-l">{rounds.length === 0 ? "No round has been issued yet." : "What agencies say about how they keep children safe, and what came of it."}</p>
          <ButtonGroup>
            {may.issue && <Button href={assessmentsPath(slug, "new")}>Issue a round</Button>}
          </ButtonGroup>
          {rounds.length === 0 ? <NothingYet mayIssue={may.issue} /> : <Rounds slug={slug} today={today} rounds={rounds} />}
        </>
      )}
      <p className="govuk-body"><a className="govuk-link" href={`${actionsPath(slug)}?origin=assessment`}>All actions from self-assessments</a></p>
    </>
  );
}

function Rounds({ slug, today, rounds }: { slug: string; today: string; rounds: NonNullable<RoundsPageProps["rounds"]> }) {
  return (
    <Table
      caption="Rounds"
      columns={[{ label: "Round" }, { label: "Due" }, { label: "Returned" }, { label: "Overdue", format: "numeric" }, { label: "Challenged", format: "numeric" }]}
      rows={rounds.map(({ round, returns }) => {
        const rates = ratesOf(returns, today);
        return {
          key: round.id,
          cells: [
            <><a className="govuk-link" href={assessmentsPath(slug, round.id)}>{round.title}</a><span className="muted"><br />{round.shortTitle}</span></>,
            showDate(round.dueOn),
            `${String(rates.submitted)} of ${String(rates.asked)} (${showRate(rates.rate)})`,
            String(rates.overdue),
            String(rates.challenged),
          ],
        };
      })}
    />
  );
}

function NothingYet({ mayIssue }: { mayIssue: boolean }) {
  return (
    <p className="govuk-body">
      A round asks named agencies for a self-assessment: section 11 of the Children Act 2004, section 175 or 157 of the Education Act 2002, or the expectations for multi-agency working.
      {!mayIssue && " The business manager, the chair and the delegated safeguarding partners can issue one."}
    </p>
  );
}
