/** Something that the partnership asks of an agency, with where it is answered. */
export interface OwnWorkLink {
  href: string;
  text: string;
  /** "Due 30 November 2026" */
  about: string;
}

/** Self-assessments, requests for information and notices: what waits for the agency’s own people. */
export function OwnWork({ links }: { links: readonly OwnWorkLink[] }) {
  if (links.length === 0) return null;
  return (
    <section className="section" aria-labelledby="work">
      <h2 className="govuk-heading-m" id="work">What the partnership asks of it</h2>
      <ul className="govuk-list">
        {links.map(({ href, text, about }) => <li key={href}><a className="govuk-link" href={href}>{text}</a><span className="muted"><br />{about}</span></li>)}
      </ul>
    </section>
  );
}
