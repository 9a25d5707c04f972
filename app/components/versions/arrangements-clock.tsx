import { ClockLine } from "#app/components/facts/clock-line.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { type HomeFacts, published, reviewClock } from "#app/domain/home/rules.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

/** Which version the public reads, and how its next review stands. */
export function ArrangementsClock({ slug, facts }: { slug: string; facts: HomeFacts }) {
  const current = published(facts);
  const open = facts.versions.find((version) => version.status === "awaiting");
  return (
    <>
      {current ? (
        <ClockLine state="done">
          <a className="govuk-link" href={versionPath(slug, current.number)}>Version {current.number}</a> is published{current.publishedOn && <>, {showDate(current.publishedOn)}</>}
        </ClockLine>
      ) : (
        <ClockLine>Nothing is published yet</ClockLine>
      )}
      {current?.nextReviewOn && <ReviewLine on={current.nextReviewOn} today={facts.today} />}
      {open && (
        <ClockLine state="due">
          <a className="govuk-link" href={versionPath(slug, open.number)}>Version {open.number}</a> awaits {open.seats.filter((seat) => !seat.signed).length} of {open.seats.length} signatures
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
