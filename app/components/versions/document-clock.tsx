import { ClockLine } from "#app/components/facts/clock-line.tsx";
import { documentPath } from "#app/components/drafting/paths.ts";
import { versionPath } from "#app/components/versions/paths.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { type DocumentFacts, published, reviewClock } from "#app/domain/home/rules.ts";
import { daysUntil, showDate, showMoment } from "#app/domain/shared/dates.ts";

export interface DocumentClockProps {
  slug: string;
  document: DocumentFacts;
  /** London's date. */
  today: string;
}

/** Which version of a document the public reads, and how its next review stands. */
export function DocumentClock({ slug, document, today }: DocumentClockProps) {
  const { kind, draft, versions } = document;
  const at = { slug, kind };
  const current = published(document);
  const set = versions.find((version) => version.schedule !== null);
  const open = versions.find((version) => version.status === "awaiting");
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1"><a className="govuk-link" href={documentPath(at)}>{documentWords(kind).name}</a></h3>
      {current ? (
        <ClockLine state="done">
          <a className="govuk-link" href={versionPath(at, current.number)}>Version {current.number}</a> is published{current.publishedOn && <>, {showDate(current.publishedOn)}</>}
        </ClockLine>
      ) : (
        <ClockLine>{draft || versions.length > 0 ? "Nothing is published at the moment" : "Not started"}</ClockLine>
      )}
      {current?.nextReviewOn && <ReviewLine on={current.nextReviewOn} today={today} />}
      {set?.schedule && (
        <ClockLine state={set.schedule.overdue ? "late" : "due"}>
          <a className="govuk-link" href={versionPath(at, set.number)}>Version {set.number}</a> {set.schedule.overdue ? "was to be published on" : "is set to be published on"} {showMoment(set.schedule.dueAt)}{set.schedule.overdue && ", and is not"}
        </ClockLine>
      )}
      {open && (
        <ClockLine state="due">
          <a className="govuk-link" href={versionPath(at, open.number)}>Version {open.number}</a> awaits {open.seats.filter((seat) => !seat.signed).length} of {open.seats.length} signatures
        </ClockLine>
      )}
    </>
  );
}

function ReviewLine({ on, today }: { on: string; today: string }) {
  const { text, late } = reviewClock(on, today);
  const soon = daysUntil(today, on) <= 60;
  return <ClockLine state={late ? "late" : soon ? "due" : "done"}>Next review {showDate(on)}: {text.charAt(0).toLowerCase() + text.slice(1)}</ClockLine>;
}
