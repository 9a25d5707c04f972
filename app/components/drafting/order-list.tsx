import { sectionPath } from "#app/components/drafting/paths.ts";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

export interface OrderListProps {
  at: DocumentAddress;
  sections: readonly { id: string; number: number; title: string; submissionKey: string }[];
}

/** The sections with a button to move each up and down. The buttons have ids, so that focus can come back to them. */
export function OrderList({ at, sections }: OrderListProps) {
  return (
    <ol className="order">
      {sections.map((section, index) => (
        <li key={section.id}>
          <span className="order__title">{section.number}. {section.title}</span>
          <form method="post" action={sectionPath(at, section.id, "move")} className="order__acts">
            <SubmissionKey value={section.submissionKey} />
            {index > 0 && <MoveButton section={section} direction="up" />}
            {index < sections.length - 1 && <MoveButton section={section} direction="down" />}
            <a className="govuk-link" href={sectionPath(at, section.id, "remove")}>Remove<span className="govuk-visually-hidden"> “{section.title}”</span></a>
          </form>
        </li>
      ))}
    </ol>
  );
}

function MoveButton({ section, direction }: { section: { id: string; title: string }; direction: "up" | "down" }) {
  return (
    <button className="govuk-button govuk-button--secondary order__button" type="submit" name="direction" value={direction} id={moveButtonId(section.id, direction)}>
      Move {direction}<span className="govuk-visually-hidden"> “{section.title}”</span>
    </button>
  );
}

export function moveButtonId(sectionId: string, direction: "up" | "down"): string {
  return `${direction}-${sectionId}`;
}
