import { classNames } from "#app/components/govuk/class-names.ts";

export type PaginationItem = { number: number; href: string; current?: boolean } | { ellipsis: true };

export interface PaginationProps {
  previous?: { href: string; text?: string; labelText?: string };
  next?: { href: string; text?: string; labelText?: string };
  items?: readonly PaginationItem[];
  /** Must differ when a page has two. */
  landmarkLabel?: string;
}

export function Pagination({ previous, next, items, landmarkLabel = "Pagination" }: PaginationProps) {
  const block = !items;
  return (
    <nav className={classNames("govuk-pagination", block && "govuk-pagination--block")} aria-label={landmarkLabel}>
      {previous && <ArrowLink link={previous} direction="prev" block={block} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, at) => <PageItem key={at} item={item} />)}
        </ul>
      )}
      {next && <ArrowLink link={next} direction="next" block={block} />}
    </nav>
  );
}

function PageItem({ item }: { item: PaginationItem }) {
  if ("ellipsis" in item) return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li className={classNames("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a className="govuk-link govuk-pagination__link" href={item.href} aria-label={`Page ${String(item.number)}`} aria-current={item.current ? "page" : undefined}>
        {item.number}
      </a>
    </li>
  );
}

const arrows = {
  prev: "m6.6 0-6.7 6.7 6.7 6.4 1.4-1.4-4.2-4h12.9v-2h-13l4.3-4.3L6.6 0z",
  next: "M8.1 0 6.7 1.4l4.3 4.3H-2v2h12.9l-4.2 4 1.4 1.4 6.7-6.4L8.1 0z",
};

interface ArrowLinkProps {
  link: { href: string; text?: string; labelText?: string };
  direction: "prev" | "next";
  block: boolean;
}

function ArrowLink({ link, direction, block }: ArrowLinkProps) {
  const arrow = (
    <svg className={`govuk-pagination__icon govuk-pagination__icon--${direction}`} height="13" width="15" viewBox="0 0 15 13" aria-hidden="true" focusable="false">
      <path d={arrows[direction]} />
    </svg>
  );
  const arrowFirst = block || direction === "prev";
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={link.href} rel={direction}>
        {arrowFirst && arrow}
        <span className={classNames("govuk-pagination__link-title", block && !link.labelText && "govuk-pagination__link-title--decorated")}>
          {link.text ?? <>{direction === "prev" ? "Previous" : "Next"}<span className="govuk-visually-hidden"> page</span></>}
        </span>
        {block && link.labelText && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && arrow}
      </a>
    </div>
  );
}
