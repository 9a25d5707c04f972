import { decisionsPath } from "./paths.ts";

/** The pages of the area, in order. */
const pages = [
  { key: "register", text: "Register", href: (slug: string) => decisionsPath(slug) },
  { key: "to-note", text: "For the leads to note", href: (slug: string) => decisionsPath(slug, "to-note") },
  { key: "delegated", text: "What is delegated", href: (slug: string) => decisionsPath(slug, "delegated") },
  { key: "escalations", text: "Escalations and disputes", href: (slug: string) => `/portal/${slug}/escalations` },
  { key: "risks", text: "Risks", href: (slug: string) => `/portal/${slug}/risks` },
] as const;

/** What belongs to decisions beside the register itself, above each of its main pages. */
export function DecisionsNav({ slug, current }: { slug: string; current: (typeof pages)[number]["key"] }) {
  return (
    <nav className="area-nav" aria-label="Decisions">
      <ul className="area-nav__list">
        {pages.map(({ key, text, href }) => (
          <li className="area-nav__item" key={key}>
            <a className="govuk-link" href={href(slug)} aria-current={key === current ? "page" : undefined}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
