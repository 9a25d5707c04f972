import type { PublicPriorityProps } from "#app/components/publication/priorities/priority-page.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { pageMeta } from "#app/http/page-meta.ts";

/** @param update whether the page is of one update, which search engines leave out */
export function priorityMeta(shown: PublicPriorityProps | undefined, update = false) {
  if (!shown) return [];
  const { facts: { partnership, priority }, outline } = shown.shown;
  return pageMeta({ title: outline?.title ?? `Priority ${String(priority)}`, partnership: partnership.name, ...(outline ? { description: outline.outcome } : {}), canonical: shown.origin + pathTo.priority(partnership.slug, priority), hidden: update });
}
