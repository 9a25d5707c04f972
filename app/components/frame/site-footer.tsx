const links = [
  { href: "/report-a-concern", text: "How to report a concern" },
  { href: "/search", text: "Search" },
  { href: "/contact", text: "Contact" },
  { href: "/accessibility", text: "Accessibility" },
  { href: "/privacy", text: "Privacy" },
  { href: "/cookies", text: "Cookies" },
  { href: "/glossary", text: "Glossary" },
  { href: "/guidance", text: "The guidance" },
  { href: "/open-data", text: "Open data" },
  { href: "/about", text: "About" },
];

/** The same links at the end of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="govuk-width-container">
        <h2 className="govuk-visually-hidden">About this site</h2>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
