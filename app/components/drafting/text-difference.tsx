import type { DiffPart } from "#app/domain/documents/comparison.ts";
import type { TextDifference } from "#app/domain/documents/drafting-view.ts";

/** Lines shown on either side of a difference; longer runs that are the same are counted. */
const context = 2;

/** What differs between the saved text and what was typed, word by word. */
export function TextDifferences({ lines }: { lines: readonly TextDifference[] }) {
  return (
    <div className="differences">
      {lines.map((line, at) => ("same" in line ? <SameLines key={at} lines={line.same} first={at === 0} last={at === lines.length - 1} /> : <p key={at}><Parts parts={line.parts} /></p>))}
    </div>
  );
}

function SameLines({ lines, first, last }: { lines: readonly string[]; first: boolean; last: boolean }) {
  const before = first ? [] : lines.slice(0, context);
  const after = last ? [] : lines.slice(Math.max(before.length, lines.length - context));
  const hidden = lines.length - before.length - after.length;
  return (
    <>
      {before.map((line, at) => <p key={`before ${String(at)}`}>{line}</p>)}
      {hidden > 0 && <p className="differences__skip">{hidden === 1 ? "1 line is the same" : `${String(hidden)} lines are the same`}</p>}
      {after.map((line, at) => <p key={`after ${String(at)}`}>{line}</p>)}
    </>
  );
}

export function Parts({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map((part, at) => {
    if (part.change === "same") return <span key={at}>{part.text}</span>;
    const Mark = part.change === "added" ? "ins" : "del";
    return (
      <Mark key={at}>
        <span className="govuk-visually-hidden">{part.change === "added" ? "only in yours: " : "only in what is saved: "}</span>
        {part.text}
        <span className="govuk-visually-hidden">, end</span>
      </Mark>
    );
  });
}
