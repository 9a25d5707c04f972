import { ActionsOf } from "#app/components/actions/actions-of.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import type { ActionRow } from "#app/domain/actions/views.ts";
import type { MeasureView, PriorityDetail, PriorityView } from "#app/domain/priorities/priority-view.ts";
import { actsOn, honestState, isPastDue, type PriorityAct } from "#app/domain/priorities/rules.ts";
import { showMeasure } from "#app/domain/priorities/shown-measure.ts";
import { noEvidence } from "#app/domain/priorities/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PriorityUpdate } from "#app/domain/publication/priorities.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { withFullStop } from "#app/domain/shared/sentences.ts";

import { MeasureSection } from "./measure-section.tsx";
import { prioritiesPath } from "./paths.ts";
import { PriorityStateTag } from "./priority-state-tag.tsx";
import { PriorityStory } from "./priority-story.tsx";

interface PriorityPageProps extends PriorityDetail {
  slug: string;
  /** Pictures by the number of the measure. */
  charts: Readonly<Record<string, string | null>>;
  /** The last update that was published. */
  published: PriorityUpdate | null;
  actions: readonly ActionRow[];
  may: { edit: boolean; agree: boolean; conclude: boolean; publish: boolean; withdraw: boolean; takeDown: boolean; recordActions: boolean };
}

/** One priority: how it stands and what can be done, what it is for, its measures, and its story. */
export function PriorityPage({ slug, today, priority, statements, moves, charts, published, actions, may }: PriorityPageProps) {
  const { agreedOn, state, measures } = priority;
  return (
    <>
      <p className="govuk-body">{agreedOn === null && state !== "closed" ? <Tag text="Draft" tone="grey" /> : <PriorityStateTag state={state} />} {due(priority, today)}</p>
      {agreedOn !== null && honestState(priority) === "no-evidence" && <InsetText>The public reads “{noEvidence}” as long as no measure has a baseline, a later figure and the source of both.</InsetText>}
      <Acts slug={slug} priority={priority} may={may} published={published !== null} />
      {agreedOn !== null && <Published slug={slug} number={priority.number} published={published} may={may} />}
      <h2 className="govuk-heading-m">What is to be different for children</h2>
      <p className="govuk-body lines">{priority.outcome}</p>
      <Facts priority={priority} />
      <h2 className="govuk-heading-m" id="measures">Measures</h2>
      {measures.length === 0 && <p className="govuk-body">No measure yet. Without one nobody can see whether the priority makes a difference.</p>}
      {measures.map((measure) => (
        <MeasureSection key={measure.id} measure={showMeasure(measure, measures)} chart={charts[measure.number] ?? null} notes={notesOf(measure)}>
          <Kept measure={measure} />
          {may.edit && state !== "closed" && (
            <p className="govuk-body">
              <a className="govuk-link" href={prioritiesPath(slug, `${String(priority.number)}/measures/${String(measure.number)}/figure`)}>Record a figure<span className="govuk-visually-hidden"> of {measure.name}</span></a>{" · "}
              <a className="govuk-link" href={prioritiesPath(slug, `${String(priority.number)}/measures/${String(measure.number)}`)}>Change the measure<span className="govuk-visually-hidden"> {measure.name}</span></a>
            </p>
          )}
        </MeasureSection>
      ))}
      {agreedOn !== null && <ActionsOf slug={slug} today={today} origin={{ kind: "priority", id: priority.id }} actions={actions} mayRecord={may.recordActions} empty="Nothing is undertaken for it yet." />}
      <h2 className="govuk-heading-m" id="story">What was said, and when</h2>
      <PriorityStory statements={statements} moves={moves} />
    </>
  );
}

function due(priority: PriorityView, today: string): string {
  const { dueOn, originalDueOn } = priority;
  const moved = dueOn === originalDueOn ? "" : `, at first ${showDate(originalDueOn)}`;
  return isPastDue(priority, today) ? `Was due by ${showDate(dueOn)}${moved}` : `Due by ${showDate(dueOn)}${moved}`;
}

const actLabels: Record<PriorityAct, { label: string; path: string; needs: "edit" | "agree" | "conclude" | "publish" }> = {
  publish: { label: "Publish it", path: "publish", needs: "publish" },
  agree: { label: "Record that it is agreed", path: "agree", needs: "agree" },
  edit: { label: "Change the draft", path: "edit", needs: "edit" },
  "add-measure": { label: "Add a measure", path: "measures/new", needs: "edit" },
  state: { label: "Say how it stands", path: "state", needs: "edit" },
  move: { label: "Move the due date", path: "move", needs: "edit" },
  achieve: { label: "Say that it is achieved", path: "achieve", needs: "conclude" },
  close: { label: "Close it", path: "close", needs: "conclude" },
};

function Acts({ slug, priority, may, published }: Pick<PriorityPageProps, "slug" | "priority" | "may"> & { published: boolean }) {
  const acts = actsOn(priority).map((act) => actLabels[act]).filter(({ needs }) => may[needs]).map((act) => (act.path === "publish" && published ? { ...act, label: "Publish an update" } : act));
  if (acts.length === 0) return null;
  return <ButtonGroup>{acts.map(({ label, path }, at) => <Button key={path} href={prioritiesPath(slug, `${String(priority.number)}/${path}`)} variant={at === 0 ? undefined : "secondary"}>{label}</Button>)}</ButtonGroup>;
}

/** What the public reads of it now. */
function Published({ slug, number, published, may }: Pick<PriorityPageProps, "slug" | "published" | "may"> & { number: number }) {
  if (!published) return <p className="govuk-body">Nothing of it is published yet.</p>;
  const { publishedAt, state, facts } = published;
  const ended = state === "withdrawn" ? " and withdrawn since" : state === "taken-down" ? " and taken down for safety since" : "";
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={pathTo.priority(slug, number)}>Update {facts.update}</a> was published on {showDate(publishedAt)}{ended}.
      {may.withdraw && state === "published" && <>{" "}<a className="govuk-link" href={prioritiesPath(slug, `${String(number)}/withdraw`)}>Withdraw it</a></>}
      {may.takeDown && state !== "taken-down" && <>{" "}<a className="govuk-link" href={prioritiesPath(slug, `${String(number)}/take-down`)}>Take it down for safety</a></>}
    </p>
  );
}

function Facts({ priority: { why, lead, agencies, periodFrom, periodTo, agreedOn, agreedWhere } }: { priority: PriorityView }) {
  return (
    <SummaryList
      rows={[
        { key: "Why it was chosen", value: <span className="lines">{why}</span> },
        { key: "Led by", value: `The delegated safeguarding partner of ${lead.name}` },
        ...(agencies.length > 0 ? [{ key: "Agencies involved", value: agencies.map((agency) => agency.name).join(", ") }] : []),
        { key: "Period", value: `${showDate(periodFrom)} to ${showDate(periodTo)}` },
        { key: "Agreed", value: agreedOn ? withFullStop(`On ${showDate(agreedOn)}. ${agreedWhere ?? ""}`) : "Not yet" },
      ]}
    />
  );
}

/** What was said beside a figure that was asked about. */
function notesOf({ points }: MeasureView): Record<string, string> {
  return Object.fromEntries(points.flatMap(({ on, confirmedReason }) => (confirmedReason === null ? [] : [[on, `Asked about, and confirmed: ${confirmedReason}`]])));
}

function Kept({ measure: { superseded, unit } }: { measure: MeasureView }) {
  if (superseded.length === 0) return null;
  return <p className="govuk-body muted">Figures that others took the place of: {superseded.map(({ on, value, recordedOn }) => `${value} ${unit} for ${showDate(on)}, recorded on ${showDate(recordedOn)}`).join("; ")}.</p>;
}
