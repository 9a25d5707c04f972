/**
 * What to do when a child is in danger, in the same place on every public page.
 * `href` leads to how a concern is reported: a partnership's own page on its pages. The short wording is for screens where the long one would take two lines.
 */
export function SafetyLine({ href }: { href: string }) {
  return (
    <aside className="safety" aria-label="If a child is in danger">
      <div className="govuk-width-container safety__row">
        <p className="safety__long">
          If a child is in immediate danger call <strong>999</strong>. <a href={href}>How to report a concern</a>
        </p>
        <p className="safety__short">
          <span>Child in danger? <a href="tel:999">Call 999</a></span> <a href={href}>Report a concern</a>
        </p>
      </div>
    </aside>
  );
}
