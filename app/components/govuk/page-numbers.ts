import type { PaginationProps } from "#app/components/govuk/pagination.tsx";

/**
 * What the pagination component needs for page `current` of `total` (both from 1): the first and last page,
 * those next to the current one, and an ellipsis for each gap. Null when there is only one page.
 */
export function pageNumbers(current: number, total: number, hrefFor: (page: number) => string): PaginationProps | null {
  if (total <= 1) return null;
  const shown = [1, current - 1, current, current + 1, total].filter((page, at, all) => page >= 1 && page <= total && all.indexOf(page) === at);
  const items: NonNullable<PaginationProps["items"]>[number][] = [];
  let last = 0;
  for (const page of shown.sort((a, b) => a - b)) {
    if (page - last > 1) items.push({ ellipsis: true });
    items.push({ number: page, href: hrefFor(page), current: page === current });
    last = page;
  }
  return {
    items,
    previous: current > 1 ? { href: hrefFor(current - 1) } : undefined,
    next: current < total ? { href: hrefFor(current + 1) } : undefined,
  };
}
