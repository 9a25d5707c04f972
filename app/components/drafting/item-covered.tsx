import { documentPath, itemPath, sectionPath } from "#app/components/drafting/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { ItemView } from "#app/domain/documents/drafting-view.ts";
import { type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface ItemCoveredProps {
  at: DocumentAddress;
  view: ItemView;
  mayEdit: boolean;
  submissionKey: string;
}

/** Where the draft answers one item of the guidance, and what can be done when it does not. */
export function ItemCovered({ at, view, mayEdit, submissionKey }: ItemCoveredProps) {
  const { gap } = view;
  const covering = view.sections.filter((section) => section.covers);
  const covered = covering.some((section) => !section.empty);
  return (
    <div>
      <p className="govuk-body-l">{statement(view, covered)}</p>
      {covering.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {covering.map((section) => (
            <li key={section.id}>
              <a className="govuk-link" href={sectionPath(at, section.id, mayEdit ? "" : "preview")}>Section {section.number}, {section.title}</a>
              {section.empty && (gap ? ", empty: remove it, or write it and withdraw the reason" : ", empty so far")}
            </li>
          ))}
        </ul>
      )}
      <DeclaredGap at={at} view={view} covered={covered} mayEdit={mayEdit} submissionKey={submissionKey} />
      {mayEdit && <WaysToCover at={at} view={view} covered={covered} waiting={covering.find((section) => section.empty)} />}
    </div>
  );
}

function statement({ item, gap }: ItemView, covered: boolean): string {
  if (covered) return "The draft covers this.";
  if (gap) return "Declared not covered.";
  if (!item.inForce) return "Not needed yet: it is not in force.";
  return item.strength === "must" ? "Nothing is written about this yet. The law requires it." : "Nothing is written about this yet.";
}

function DeclaredGap({ at, view, covered, mayEdit, submissionKey }: ItemCoveredProps & { covered: boolean }) {
  const { gap, item } = view;
  if (!gap) return null;
  return (
    <>
      <InsetText>
        <p className="govuk-body">{gap.reason}</p>
        <p className="govuk-body-s muted">Stated on {showDate(gap.declaredAt)}{gap.declaredBy && ` by ${gap.declaredBy}`}. {covered ? "It is not shown while a section covers the item." : `It is published with ${documentWords(at.kind).the}.`}</p>
      </InsetText>
      {mayEdit && (
        <form method="post" action={itemPath(at, item.id, "gap/withdraw")}>
          <SubmissionKey value={submissionKey} />
          <ButtonGroup>
            <Button variant="secondary">Withdraw this reason</Button>
            {!covered && <a className="govuk-link" href={itemPath(at, item.id, "gap")}>Change the reason</a>}
          </ButtonGroup>
        </form>
      )}
    </>
  );
}

interface WaysToCoverProps {
  at: DocumentAddress;
  view: ItemView;
  covered: boolean;
  /** An empty section that is there for the item. */
  waiting: ItemView["sections"][number] | undefined;
}

function WaysToCover({ at, view, covered, waiting }: WaysToCoverProps) {
  const { item, gap } = view;
  return (
    <>
      <h2 className="govuk-heading-m">{covered ? "To cover it elsewhere too" : "To cover it"}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          {waiting ? (
            <a className="govuk-link" href={sectionPath(at, waiting.id)}>Write section {waiting.number}</a>
          ) : (
            <a className="govuk-link" href={documentPath(at, `sections/new?item=${item.id}`)}>Add a section for it</a>
          )}
        </li>
        <li>or tick this item in a section that already speaks of it: <a className="govuk-link" href={documentPath(at)}>see the sections</a></li>
      </ul>
      {!covered && !gap && item.strength === "should" && item.inForce && (
        <p className="govuk-body">If it does not apply here, <a className="govuk-link" href={itemPath(at, item.id, "gap")}>say why it is not covered</a>. The reason is published.</p>
      )}
    </>
  );
}
