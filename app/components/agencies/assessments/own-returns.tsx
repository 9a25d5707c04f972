import { Table } from "#app/components/govuk/table.tsx";
import type { ReturnRow, RoundView } from "#app/domain/agencies/assessments/views.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { ReturnStateTag } from "./state-tag.tsx";

interface OwnReturnsProps {
  slug: string;
  today: string;
  own: readonly { round: RoundView; returns: ReturnRow[] }[];
  /** Whether other things stand on the page, so that this needs a heading. */
  heading: boolean;
}

/** What the agencies for which somebody speaks are asked, and were. */
export function OwnReturns({ slug, today, own, heading }: OwnReturnsProps) {
  const rows = own.flatMap(({ round, returns }) => returns.map((returned) => ({ round, returned })));
  return (
    <section className="section">
      {heading && <h2 className="govuk-heading-m">Of the agencies for which you speak</h2>}
      {rows.length === 0 ? (
        <>
          <p className="govuk-body-l">Your agency is not asked for a self-assessment now.</p>
          <p className="govuk-body">When the partnership asks for one, it is here, and you are told by e-mail. You see what your own agency is asked and says, nobody else’s.</p>
        </>
      ) : (
        <Table
          caption={heading ? "Your agencies’ self-assessments" : "What is asked of your agency"}
          captionHidden
          columns={[{ label: "Agency" }, { label: "Self-assessment" }, { label: "Due" }, { label: "State" }]}
          rows={rows.map(({ round, returned }) => ({
            key: returned.id,
            cells: [
              <a key="agency" className="govuk-link" href={assessmentsPath(slug, "returns", returned.id)}>{returned.agency}</a>,
              round.title,
              showDate(returned.dueOn),
              <><ReturnStateTag returned={returned} today={today} />{returned.challenges.waiting > 0 && <span className="muted"><br />{returned.challenges.waiting === 1 ? "A question waits for your answer" : `${String(returned.challenges.waiting)} questions wait for your answer`}</span>}</>,
            ],
          }))}
        />
      )}
    </section>
  );
}
