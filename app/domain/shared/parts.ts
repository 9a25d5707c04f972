/** Part of a long list, as one page of it. */
export interface Part<T> {
  items: T[];
  /** How many there are in all. */
  count: number;
  page: number;
  pages: number;
}

const partSize = 50;

/** The page that is asked for, or the nearest there is. */
export function partOf<T>(items: readonly T[], asked: number): Part<T> {
  const pages = Math.max(1, Math.ceil(items.length / partSize));
  const page = Math.min(pages, Math.max(1, asked));
  return { items: items.slice((page - 1) * partSize, page * partSize), count: items.length, page, pages };
}
