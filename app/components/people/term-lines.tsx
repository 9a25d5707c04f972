import type { Term } from "#app/domain/people/people-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** "Ada Fernhill (acting), since 1 April 2024": a person in office, or who comes next. */
export function TermLine({ term, coming = false }: { term: Term; coming?: boolean }) {
  return (
    <>
      {coming && "Next: "}
      <strong>{term.name}</strong>
      {term.acting && " (acting)"}, {coming ? "from" : "since"} {showDate(term.since)}
      {term.until && `, until the start of ${showDate(term.until)}`}
      {term.nameWithheld && <><br /><span className="muted">Name withheld from the public</span></>}
    </>
  );
}
