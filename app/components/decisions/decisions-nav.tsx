import { decisionsPath } from "./paths.ts";

/** The pages of the area, in order. */
const pages = [
  { key: "register", text: "Register", rest: "" },
  { key: "to-note", text: "For the leads to note", rest: "to-note" },
  { key: "delegated", text: "What is delegated", rest: "delegated" },
] as const;

/** What belongs to decisions beside the register itself, above each of its main pages. */
export function DecisionsNav({ slug, current }: { slug: string; current: (typeof pages)[number]["key"] }) {
  return (
    <nav className="area-nav" aria-label="Decisions">
      <ul className="area-nav__list">
        {pages.map(({ key, text, rest }) => (
          <li className="area-nav__item" key={key}>
            <a className="govuk-link" href={decisionsPath(slug, rest)} aria-current={key === current ? "page" : undefined}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
