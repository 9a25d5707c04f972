import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { PriorityStateTag } from "#app/components/priorities/priority-state-tag.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { figureWords, type ShownMeasure } from "#app/domain/priorities/shown-measure.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { countPriorities, type PublishedPriority } from "#app/domain/publication/priorities.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface PublicPrioritiesProps {
  partnership: { slug: string; name: string };
  /** The last update of each. */
  priorities: readonly PublishedPriority[];
  origin: string;
}

/** What a partnership set out to improve: one row each, with how it honestly stands. */
export function PublicPriorities({ partnership, priorities }: PublicPrioritiesProps) {
  const { slug, name } = partnership;
  const standing = priorities.filter(({ state }) => state === "published");
  const gone = priorities.filter(({ state }) => state !== "published");
  const moments = priorities.map(({ publishedAt }) => publishedAt).sort();
  const path = pathTo.priorities(slug);
  return (
    <PublicFrame partnership={partnership} current="priorities">
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Priorities</h1>
      {standing.length === 0 ? <p className="govuk-body-l">{name} has not published its priorities here yet.</p> : <p className="govuk-body-l">{countPriorities(priorities)}</p>}
      <p className="govuk-body">Priorities are the few things that the partners set out to improve for children. A priority counts as having progress only when a figure shows it: with a baseline from before, a later figure, and where both come from.</p>
      {standing.length > 0 && <PublicTable slug={slug} priorities={standing} />}
      {gone.length > 0 && (
        <>
          <h2 className="govuk-heading-m">No longer published</h2>
          <ul className="govuk-list govuk-list--bullet">
            {gone.map(({ facts: { priority, priorityId }, outline, state, notices }) => (
              <li key={priorityId}><a className="govuk-link" href={pathTo.priority(slug, priority)}>{outline?.title ?? `Priority ${String(priority)}`}</a>: {state === "withdrawn" ? "withdrawn" : "taken down for safety"}{notices.at(-1) && ` on ${showDate(notices.at(-1)?.at ?? "")}`}</li>
            ))}
          </ul>
        </>
      )}
      <FactsStrip
        facts={[
          standing.length > 0 && { term: "Status", description: "As the partnership last published each" },
          moments[0] !== undefined && { term: "Last updated", description: showDate(moments.at(-1) ?? moments[0]) },
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>What was published when</a> },
          { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> },
          standing.length > 0 && { term: "The same as data", description: <><a className="govuk-link" href={`${path}.csv`}>CSV, for spreadsheets</a> or <a className="govuk-link" href={`${path}.json`}>JSON</a></> },
          { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </PublicFrame>
  );
}

function PublicTable({ slug, priorities }: { slug: string; priorities: readonly PublishedPriority[] }) {
  return (
    <Table
      caption="Priorities"
      captionHidden
      columns={[{ label: "Priority" }, { label: "What is to be different" }, { label: "How it stands" }, { label: "Latest figure" }, { label: "Due by" }]}
      rows={priorities.flatMap(({ facts: { priority }, outline }) => {
        if (!outline) return [];
        const { title, outcome, honestState, dueOn, originalDueOn, measures } = outline;
        return [{
          key: String(priority),
          cells: [
            <a key="link" className="govuk-link" href={pathTo.priority(slug, priority)}>{title}</a>,
            outcome,
            <PriorityStateTag key="state" state={honestState} />,
            measures[0] ? <Latest key="latest" measure={measures.find(({ figures }) => figures.length > 0) ?? measures[0]} /> : <span key="none" className="muted">No measure yet</span>,
            <>{showDate(dueOn)}{dueOn !== originalDueOn && <span className="muted"><br />At first {showDate(originalDueOn)}</span>}</>,
          ],
        }];
      })}
    />
  );
}

/** The latest figure of a measure against its baseline. */
function Latest({ measure: { name, unit, baseline, figures } }: { measure: ShownMeasure }) {
  const latest = figures.at(-1);
  return <>{name}: <strong>{latest ? figureWords(latest, unit) : "no figure yet"}</strong>{baseline && baseline.value !== null && <span className="muted"><br />Baseline {figureWords(baseline, unit)}</span>}</>;
}
