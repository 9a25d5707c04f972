import type { StoryEntry } from "#app/domain/agencies/requests/story.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** What happened to a request, day by day and by office. */
export function RequestStory({ entries }: { entries: readonly StoryEntry[] }) {
  return (
    <ol className="records">
      {entries.map(({ key, on, title, paragraphs, by }) => (
        <li key={key}>
          <p className="muted">{showDate(on)}</p>
          <h3>{title}</h3>
          {paragraphs.map((paragraph, at) => <p key={at} className="lines">{paragraph}</p>)}
          <p className="muted">{by}</p>
        </li>
      ))}
    </ol>
  );
}
