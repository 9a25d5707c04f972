export interface BreadcrumbsProps {
  /** From the top down; the last, without an address, is this page. */
  items: readonly { text: string; href?: string }[];
}

export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {items.map((item) =>
          item.href ? (
            <li key={item.text} className="govuk-breadcrumbs__list-item">
              <a className="govuk-breadcrumbs__link" href={item.href}>{item.text}</a>
            </li>
          ) : (
            <li key={item.text} className="govuk-breadcrumbs__list-item" aria-current="page">{item.text}</li>
          ),
        )}
      </ol>
    </nav>
  );
}
