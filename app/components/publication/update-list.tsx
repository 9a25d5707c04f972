import type { Update } from "#app/domain/publication/updates.ts";
import { showMoment } from "#app/domain/shared/dates.ts";

/** What happened, newest first. */
export function UpdateList({ updates }: { updates: readonly Update[] }) {
  return (
    <ol className="records">
      {updates.map(({ id, at, title, lines, path }) => (
        <li key={id}>
          <h2><a className="govuk-link" href={path}>{title}</a></h2>
          {lines.map((line, index) => <p key={index} className="lines">{line}</p>)}
          <p className="muted">{showMoment(at)}</p>
        </li>
      ))}
    </ol>
  );
}
