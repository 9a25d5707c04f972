import { findListed, type Listed, readAgencyListQuery } from "#app/domain/publication/agency-list.ts";
import type { PublishedAgencies } from "#app/domain/publication/agencies.ts";
import { findAgencyList } from "#app/domain/publication/agency-list.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { openJsonError } from "#app/http/open-data.server.ts";

function takenDownWords(takenDown: PublishedAgencies["takenDown"]): string {
  return takenDown ? `The list was taken down for safety on ${showDate(takenDown.at)}.${takenDown.reason ? ` Reason: ${takenDown.reason}` : ""}` : "The list was taken down for safety.";
}

/** The agencies that an address of data asks for; or what it answers when there are none to read. */
export async function readAgencies(request: Request, slug = ""): Promise<{ ok: true; published: PublishedAgencies; listed: Listed[]; origin: string } | { ok: false; answer: Response }> {
  const { searchParams, origin } = new URL(request.url);
  const published = await findAgencyList(slug);
  if (!published) return { ok: false, answer: openJsonError(request, 404, "This partnership has published no relevant agencies.") };
  if (!published.outline) return { ok: false, answer: openJsonError(request, 410, takenDownWords(published.takenDown)) };
  return { ok: true, published, listed: findListed(published.outline, readAgencyListQuery(searchParams)), origin };
}
