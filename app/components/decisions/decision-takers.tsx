import { Table } from "#app/components/govuk/table.tsx";
import type { DecisionView, Taker } from "#app/domain/decisions/decision-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** Who decides, seat by seat: the delegate and their delegation, or the lead and their answer; and who noted it. */
export function DecisionTakers({ decision: { takenBy, takers, noted } }: { decision: DecisionView }) {
  if (takenBy === "leads") {
    return (
      <>
        <h2 className="govuk-heading-m">The lead safeguarding partners</h2>
        <Table caption="What each lead answered" captionHidden columns={[{ label: "Partner" }, { label: "Answer" }]} rows={takers.map((taker) => ({ key: taker.seatId, cells: [taker.body, <Answer key="answer" taker={taker} />] }))} />
      </>
    );
  }
  return (
    <>
      <h2 className="govuk-heading-m">Who decided, and under which delegation</h2>
      <Table
        caption="Who decided, and under which delegation"
        captionHidden
        columns={[{ label: "Delegated partner" }, { label: "Delegation" }]}
        rows={takers.map(({ seatId, body, office, name, delegation }) => ({
          key: seatId,
          cells: [<>{office}, {body}{name && <span className="muted"><br />{name}</span>}</>, delegation ? <>From {showDate(delegation.since)}<br /><span className="muted">{delegation.scope}</span></> : "Not recorded"],
        }))}
      />
      <h2 className="govuk-heading-m">Noted by the leads</h2>
      <Table caption="Noted by the leads" captionHidden columns={[{ label: "Partner" }, { label: "Noted on" }]} rows={noted.map(({ seatId, body, on }) => ({ key: seatId, cells: [body, on ? showDate(on) : "Not yet"] }))} />
    </>
  );
}

function Answer({ taker: { answer, office, name } }: { taker: Taker }) {
  if (!answer) return <>Not yet</>;
  return (
    <>
      {answer.agreed ? "Agreed" : "Declined"} on {showDate(answer.on)}
      {answer.words && <><br /><span className="lines">{answer.words}</span></>}
      <span className="muted"><br />{[name, office].filter(Boolean).join(", ")}</span>
    </>
  );
}
