/** How to report a concern anywhere in the country. */
export const nationalConcernPath = "/report-a-concern";

const links = [
  { href: "/search", text: "Search" },
  { href: "/directory", text: "Directory" },
  { href: "/funding", text: "Funding" },
  { href: "/contact", text: "Contact" },
  { href: "/accessibility", text: "Accessibility" },
  { href: "/privacy", text: "Privacy" },
  { href: "/cookies", text: "Cookies" },
  { href: "/glossary", text: "Glossary" },
  { href: "/guidance", text: "The guidance" },
  { href: "/open-data", text: "Open data" },
  { href: "/about", text: "About" },
];

/** The same links at the end of every page; on a partnership’s pages the first is its own. */
export function SiteFooter({ concernHref = nationalConcernPath }: { concernHref?: string }) {
  return (
    <footer className="site-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">About this site</h2>
        <ul>
          {[{ href: concernHref, text: "How to report a concern" }, ...links].map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
