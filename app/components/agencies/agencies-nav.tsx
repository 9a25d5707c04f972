import { assessmentsPath } from "./assessments/paths.ts";
import { agenciesPath } from "./paths.ts";
import { requestsPath } from "./requests/paths.ts";

/** The pages of the area, in order. */
const pages = [
  { key: "register", text: "Register", href: agenciesPath },
  { key: "notices", text: "Acknowledgement", href: (slug: string) => agenciesPath(slug, "notices") },
  { key: "coverage", text: "Coverage", href: (slug: string) => agenciesPath(slug, "coverage") },
  { key: "import", text: "Files of registers", href: (slug: string) => agenciesPath(slug, "import") },
  { key: "assessments", text: "Self-assessments", href: (slug: string) => assessmentsPath(slug) },
  { key: "requests", text: "Information requests", href: requestsPath },
  { key: "changes", text: "Proposed changes", href: (slug: string) => agenciesPath(slug, "changes") },
  { key: "voice", text: "Who speaks for whom", href: (slug: string) => agenciesPath(slug, "voice") },
] as const;

export type AgenciesPage = (typeof pages)[number]["key"];

/** What belongs to relevant agencies beside the register itself, above each of its main pages. */
export function AgenciesNav({ slug, current }: { slug: string; current: AgenciesPage }) {
  return (
    <nav className="area-nav" aria-label="Relevant agencies">
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
