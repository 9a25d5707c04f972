import { meetingsPath } from "./paths.ts";

/** The pages of the area, in order. */
const pages = [
  { key: "meetings", text: "Meetings", rest: "" },
  { key: "attendance", text: "Attendance", rest: "attendance" },
  { key: "quorum", text: "Quorum", rest: "quorum" },
] as const;

/** What belongs to meetings beside the list of them, above each of its main pages. */
export function MeetingsNav({ slug, current }: { slug: string; current: (typeof pages)[number]["key"] }) {
  return (
    <nav className="area-nav" aria-label="Meetings">
      <ul className="area-nav__list">
        {pages.map(({ key, text, rest }) => (
          <li className="area-nav__item" key={key}>
            <a className="govuk-link" href={meetingsPath(slug, rest)} aria-current={key === current ? "page" : undefined}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
