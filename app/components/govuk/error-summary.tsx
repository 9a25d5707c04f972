export interface SummaryError {
  /** The field at fault: `#name`. Absent when the error belongs to no field. */
  href?: string;
  text: string;
}

export interface ErrorSummaryProps {
  errors: readonly SummaryError[];
  titleText?: string;
}

/**
 * Every error of a form that came back, first on the page, each linked to its field. Nothing without errors.
 * The `autofocus` attribute moves focus here on load without a script; the alert sits inside, as its own element,
 * so that focus and announcement do not race.
 */
export function ErrorSummary({ errors, titleText = "There is a problem" }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{titleText}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text }) => (
              <li key={`${href ?? ""} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
