import { showDate } from "#app/domain/shared/dates.ts";

/** A few entries of the record, newest first. */
export function ActivityList({ lines }: { lines: readonly { seq: number; at: Date; author: string; text: string }[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li key={line.seq}>{line.author} {line.text}, <span className="muted">{showDate(line.at)}</span></li>
      ))}
    </ul>
  );
}
