import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { DecisionLine } from "#app/domain/decisions/decision-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { DecisionsNav } from "./decisions-nav.tsx";
import { decisionsPath } from "./paths.ts";

interface NotingPageProps {
  slug: string;
  /** Every seat, with what its lead noted so far. */
  seats: readonly { seatId: string; body: string; notings: readonly { upTo: number; noted: number; on: string; office: string }[] }[];
  /** The bodies that the reader leads. */
  mine: readonly string[];
  /** What the reader has not noted, the newest first. */
  decisions: readonly DecisionLine[];
  submissionKey: string;
}

/** What the delegates decided, in one list that a lead notes at once; and how far every lead is. */
export function NotingPage({ slug, seats, mine, decisions, submissionKey }: NotingPageProps) {
  const [newest] = decisions;
  return (
    <>
      <DecisionsNav slug={slug} current="to-note" />
      {mine.length > 0 && !newest && <p className="govuk-body-l">You have noted everything that the delegates decided.</p>}
      {mine.length === 0 && <p className="govuk-body-l">Delegates report what they decide to the lead safeguarding partners, who note it here.</p>}
      {newest && (
        <>
          <p className="govuk-body-l">{decisions.length === 1 ? "One decision" : `${decisions.length.toLocaleString("en-GB")} decisions`} to note for {new Intl.ListFormat("en-GB").format([...mine])}.</p>
          <Table
            caption="Decisions to note"
            captionHidden
            columns={[{ label: "Decision" }, { label: "Who decided" }, { label: "Decided on" }, { label: "What it leads to" }]}
            rows={decisions.map(({ number, sentence, takers, decidedOn, leadsTo, dissent }) => ({
              key: String(number),
              cells: [
                <><a className="govuk-link" href={decisionsPath(slug, number)}>{`${String(number)}: ${sentence}`}</a>{dissent && <span className="muted"><br />Somebody saw it otherwise</span>}</>,
                takers.map((each) => each.body).join(", "),
                decidedOn ? showDate(decidedOn) : "",
                leadsTo ?? "Nothing is recorded",
              ],
            }))}
          />
          <form method="post">
            <SubmissionKey value={submissionKey} />
            <input type="hidden" name="upTo" value={newest.number} />
            <p className="govuk-body">To note is to have read it. If you would have decided otherwise, say so to your delegate, or have another decision put to the leads.</p>
            <Button>{decisions.length === 1 ? "Note this decision" : `Note these ${decisions.length.toLocaleString("en-GB")} decisions`}</Button>
          </form>
        </>
      )}
      <h2 className="govuk-heading-m">Noted so far</h2>
      <Table
        caption="Noted so far"
        captionHidden
        columns={[{ label: "Partner" }, { label: "Last noted" }, { label: "Up to decision" }]}
        rows={seats.map(({ seatId, body, notings }) => {
          const last = notings.at(-1);
          return { key: seatId, cells: [body, last ? <>{showDate(last.on)}<span className="muted"><br />{last.office}</span></> : "Not yet", last ? String(last.upTo) : "None"] };
        })}
      />
    </>
  );
}
