import { DecisionsNav } from "#app/components/decisions/decisions-nav.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { countOf } from "#app/domain/documents/version-state.ts";
import type { EscalationView } from "#app/domain/escalations/escalation-view.ts";
import { settledFigures, timeLeft } from "#app/domain/escalations/rules.ts";
import { escalationKindLabels } from "#app/domain/escalations/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { EscalationStateTag } from "./escalation-state-tag.tsx";
import { escalationsPath } from "./paths.ts";

interface EscalationsPageProps {
  slug: string;
  today: string;
  escalations: readonly EscalationView[];
  mayRecord: boolean;
}

/** Disputes and issues on the ladder: the open ones first, then those that ended. */
export function EscalationsPage({ slug, today, escalations, mayRecord }: EscalationsPageProps) {
  const open = escalations.filter((each) => each.closedOn === null);
  const closed = escalations.filter((each) => each.closedOn !== null);
  return (
    <>
      <DecisionsNav slug={slug} current="escalations" />
      <p className="govuk-body-l">{sentence(escalations)}</p>
      <p className="govuk-body">What those concerned cannot settle goes up, one stage at a time: to the delegated partners, the chair (with the scrutineer’s advice), the leads, and as a last resort the Department for Education. It can be settled at any stage. How a practitioner escalates a case is another procedure. <a className="govuk-link" href={escalationsPath(slug, "clocks")}>How many days each stage has</a>.</p>
      {mayRecord && <Button href={escalationsPath(slug, "new")}>Raise a dispute or an issue</Button>}
      {open.length > 0 && <><h2 className="govuk-heading-m">Open</h2><List slug={slug} today={today} escalations={open} /></>}
      {closed.length > 0 && <><h2 className="govuk-heading-m">Ended</h2><List slug={slug} today={today} escalations={closed} /></>}
    </>
  );
}

function List({ slug, today, escalations }: Omit<EscalationsPageProps, "mayRecord">) {
  return (
    <Table
      caption="Escalations"
      captionHidden
      columns={[{ label: "Escalation" }, { label: "Between" }, { label: "Raised on" }, { label: "Where it stands" }]}
      rows={escalations.map((escalation) => {
        const { number, subject, kind, parties, raisedOn, closedOn } = escalation;
        const left = timeLeft(escalation, today);
        return {
          key: String(number),
          cells: [
            <><a className="govuk-link" href={escalationsPath(slug, number)}>{`${String(number)}: ${subject}`}</a><span className="muted"><br />{escalationKindLabels[kind]}</span></>,
            parties.join(", "),
            showDate(raisedOn),
            <><EscalationStateTag escalation={escalation} />{(left ?? closedOn) && <span className="muted"><br />{left ?? (closedOn ? showDate(closedOn) : "")}</span>}</>,
          ],
        };
      })}
    />
  );
}

function sentence(escalations: readonly EscalationView[]): string {
  if (escalations.length === 0) return "Nothing has been escalated.";
  const open = escalations.filter((each) => each.closedOn === null);
  const late = open.filter((each) => each.state === "late").length;
  const { settled, medianDays } = settledFigures(escalations);
  const now = open.length === 0 ? "Nothing is open" : `${String(open.length)} open${late > 0 ? `, ${String(late)} late` : ""}`;
  return `${now}; ${settled === 0 || medianDays === null ? "none settled yet" : `${String(settled)} settled, ${settled === 1 ? "in" : "half of them within"} ${countOf(medianDays, "day")}`}.`;
}
