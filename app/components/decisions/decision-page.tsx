import { ActionsOf } from "#app/components/actions/actions-of.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import type { ActionRow } from "#app/domain/actions/views.ts";
import { answersSoFar, nextWords } from "#app/domain/decisions/rules.ts";
import type { DecisionView } from "#app/domain/decisions/decision-view.ts";
import { matterLabel, privateKindLabels, type ReplacementKind, replacementKinds, replacementLabels } from "#app/domain/decisions/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { DecisionStateTag } from "./decision-state-tag.tsx";
import { DecisionTakers } from "./decision-takers.tsx";
import { decisionsPath } from "./paths.ts";

interface DecisionPageProps {
  slug: string;
  decision: DecisionView;
  mayRecord: boolean;
  today: string;
  /** What it led to. */
  actions: readonly ActionRow[];
  mayRecordActions: boolean;
}

/** One decision: where it is, who decided under which delegation, what was weighed and what it leads to. */
export function DecisionPage({ slug, decision, mayRecord, today, actions, mayRecordActions }: DecisionPageProps) {
  const { state, takers, replacedBy, replaces, withdrawn, mine, number } = decision;
  const next = nextWords(decision);
  return (
    <>
      <p className="govuk-body"><DecisionStateTag decision={decision} />{state === "asked" && <> {answersSoFar(takers)}</>}</p>
      {replacedBy && <InsetText>{replacementLabels[replacedBy.kind].done} <a className="govuk-link" href={decisionsPath(slug, replacedBy.number)}>decision {replacedBy.number}</a>. Why: {replacedBy.reason}</InsetText>}
      {withdrawn && <InsetText>Taken back on {showDate(withdrawn.on)} by {withdrawn.office}. Why: {withdrawn.reason}</InsetText>}
      {next && <InsetText><strong>Next:</strong> {next}</InsetText>}
      {mine.length > 0 && (
        <ButtonGroup>
          {mine.map(({ seatId, body }) => <Button key={seatId} href={decisionsPath(slug, `${String(number)}/answer/${seatId}`)}>Agree or decline{mine.length > 1 ? ` for ${body}` : ""}</Button>)}
        </ButtonGroup>
      )}
      <Facts slug={slug} decision={decision} />
      {replaces && <p className="govuk-body">{replacementLabels[replaces.kind].does} <a className="govuk-link" href={decisionsPath(slug, replaces.number)}>decision {replaces.number}</a>. Why: {replaces.reason}</p>}
      <DecisionTakers decision={decision} />
      <ActionsOf slug={slug} today={today} origin={{ kind: "decision", id: decision.id }} actions={actions} mayRecord={mayRecordActions && state === "stands"} empty="No action has come of it yet." />
      {mayRecord && <Acts slug={slug} decision={decision} />}
    </>
  );
}

function Facts({ slug, decision }: { slug: string; decision: DecisionView }) {
  const { matter, amountPence, options, dissent, leadsTo, decidedOn, privateKind, privateReason, meeting, office, recordedOn } = decision;
  return (
    <SummaryList
      rows={[
        { key: "About", value: matterLabel(matter) },
        ...(amountPence === null ? [] : [{ key: "Commits", value: showMoney(amountPence) }]),
        { key: "Decided on", value: decidedOn ? showDate(decidedOn) : "Not decided" },
        ...(meeting ? [{ key: "At which meeting", value: <a className="govuk-link" href={meetingsPath(slug, meeting.id)}>{meeting.title}</a> }] : []),
        { key: "Options considered", value: <span className="lines">{options}</span> },
        { key: "Who saw it otherwise", value: dissent ? <span className="lines">{dissent}</span> : "Nobody is recorded" },
        { key: "What it leads to", value: leadsTo ? <span className="lines">{leadsTo}</span> : "Nothing is recorded" },
        { key: "Public", value: privateKind ? <>No. {privateKindLabels[privateKind]}.<br /><span className="lines">{privateReason}</span></> : "Yes" },
        { key: "Recorded", value: `On ${showDate(recordedOn)} by ${office}` },
      ]}
    />
  );
}

function Acts({ slug, decision: { number, state } }: Pick<DecisionPageProps, "slug" | "decision">) {
  const again = (kind: ReplacementKind) => decisionsPath(slug, `new?${new URLSearchParams({ replaces: String(number), as: kind }).toString()}`);
  if (state === "asked") return <ButtonGroup><Button variant="secondary" href={decisionsPath(slug, `${String(number)}/withdraw`)}>Take it back</Button></ButtonGroup>;
  if (state !== "stands") return null;
  return (
    <>
      <h2 className="govuk-heading-m">If it changes</h2>
      <p className="govuk-body">What was decided stays as it is. Something wrong in it is corrected by a further entry, and a change of mind is another decision.</p>
      <ButtonGroup>{replacementKinds.map((kind) => <Button key={kind} variant="secondary" href={again(kind)}>{replacementLabels[kind].act}</Button>)}</ButtonGroup>
    </>
  );
}
