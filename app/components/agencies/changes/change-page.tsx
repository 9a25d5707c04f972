import { PartChanges } from "#app/components/agencies/own/part-changes.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { changedSince } from "#app/domain/agencies/own/rules.ts";
import type { ChangeToDecide } from "#app/domain/agencies/own/change-view.ts";
import { changeStatusLabels, ownPartLabels } from "#app/domain/agencies/own/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

interface ChangePageProps {
  slug: string;
  change: ChangeToDecide;
  mayDecide: boolean;
  submissionKey: string;
}

/** What an agency proposes to change of its record, beside what it says now, and the decision. */
export function ChangePage({ slug, change, mayDecide, submissionKey }: ChangePageProps) {
  const path = agenciesPath(slug, `changes/${change.id}`);
  const { status, by, proposedOn, note, named, revision, decidedOn, reason } = change;
  const open = status === "open";
  const moved = open ? changedSince(change) : [];
  return (
    <>
      <p className="govuk-body">Proposed by {by} on {showDate(proposedOn)}.</p>
      {note && <InsetText>{note}</InsetText>}
      <PartChanges change={change} now={open ? change.now : undefined} />
      {moved.length > 0 && <p className="govuk-inset-text">Somebody changed this since it was proposed: {moved.map((part) => ownPartLabels[part]).join(", ")}. What stands under “Now” would be replaced.</p>}
      <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug, change.membershipId)}>Open the agency</a></p>
      {open ? (
        mayDecide ? (
          <form method="post" action={`${path}/accept`}>
            <SubmissionKey value={submissionKey} />
            <input type="hidden" name="revision" value={revision} />
            <p className="govuk-body">{named && change.parts.some((part) => part !== "contactEmail") ? "If you accept it, the record says so at once, and it is published." : named ? "If you accept it, the record says so at once." : "If you accept it, the record says so at once. It is published once the agency is named."}</p>
            <ButtonGroup>
              <Button>Accept it</Button>
              <Button href={`${path}/set-aside`} variant="secondary">Set it aside</Button>
            </ButtonGroup>
          </form>
        ) : (
          <p className="govuk-body">The business manager, the chair and the delegated safeguarding partners can decide.</p>
        )
      ) : (
        <p className="govuk-body"><strong>{changeStatusLabels[status]}</strong>{decidedOn && ` on ${showDate(decidedOn)}`}.{reason && ` ${reason}`}</p>
      )}
    </>
  );
}
