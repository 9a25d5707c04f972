import { Button } from "#app/components/govuk/button.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ItemView } from "#app/domain/meetings/meeting-view.ts";
import type { MeetingAct } from "#app/domain/meetings/rules.ts";
import { itemPurposeLabels } from "#app/domain/meetings/vocabulary.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

interface AgendaListProps {
  /** The meeting's own address. */
  here: string;
  items: readonly ItemView[];
  /** What can be done to the meeting now by whoever reads. */
  acts: readonly MeetingAct[];
  /** A hidden key for each item's form, by its id. */
  keys: Readonly<Record<string, string>>;
}

/** The agenda in order, each item with its papers and what was said of it. */
export function AgendaList({ here, items, acts, keys }: AgendaListProps) {
  return (
    <ol className="records">
      {items.map((item, at) => (
        <li key={item.id} id={`item-${item.id}`}>
          <h3>{`${String(at + 1)}. ${item.title}`}</h3>
          <p className="muted">{itemPurposeLabels[item.purpose]}</p>
          {item.papersHtml !== "" && <div className="prose" dangerouslySetInnerHTML={{ __html: item.papersHtml }} />}
          <Minutes item={item} />
          {(acts.includes("agenda") || acts.includes("minutes")) && <ItemActs here={here} item={item} acts={acts} first={at === 0} submissionKey={keys[item.id] ?? ""} />}
        </li>
      ))}
    </ol>
  );
}

function Minutes({ item: { minutes } }: { item: ItemView }) {
  const { standing, html, beside } = minutes;
  return (
    <>
      {standing && (
        <div className="panel-box">
          <h4 className="govuk-heading-s">Minutes</h4>
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          <p className="muted">{standing.office}, {showMoment(standing.savedAt)}</p>
        </div>
      )}
      {beside.length > 0 && <p className="govuk-body"><Tag text="Two texts" tone="red" /> Somebody wrote at the same time; their text is kept beside this one.</p>}
    </>
  );
}

function ItemActs({ here, item, acts, first, submissionKey }: Omit<AgendaListProps, "items" | "keys"> & { item: ItemView; first: boolean; submissionKey: string }) {
  const about = <span className="govuk-visually-hidden"> “{item.title}”</span>;
  const path = `${here}/agenda/${item.id}`;
  const { standing, beside } = item.minutes;
  return (
    <form method="post" action={`${path}/up`} className="item-acts">
      <SubmissionKey value={submissionKey} />
      {acts.includes("minutes") && <a className="govuk-link" href={`${path}/minutes`}>{beside.length > 0 ? "Bring the two texts together" : standing ? "Correct the minutes" : "Write minutes"}<span className="govuk-visually-hidden"> of “{item.title}”</span></a>}
      {acts.includes("agenda") && (
        <>
          <a className="govuk-link" href={path}>Change{about}</a>
          <a className="govuk-link" href={`${path}/remove`}>Take off{about}</a>
          {!first && <Button variant="secondary">Move up{about}</Button>}
        </>
      )}
    </form>
  );
}
