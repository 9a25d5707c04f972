import { requestsPath } from "#app/components/agencies/requests/paths.ts";
import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { OwnWorkLink } from "./own-work.tsx";

/** Requests for information that an agency has not answered, the first due first. */
export function requestLinks(slug: string, membershipId: string, requests: readonly RequestView[]): OwnWorkLink[] {
  return requests
    .filter((request) => request.membershipId === membershipId && request.answer === null && request.closedOn === null)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number)
    .map(({ number, purpose, dueOn, daysOverdue }) => ({
      href: requestsPath(slug, String(number)),
      text: `Answer request ${String(number)} for information`,
      about: `${purpose} ${daysOverdue > 0 ? `It was due on ${showDate(dueOn)}.` : `Due on ${showDate(dueOn)}.`}`,
    }));
}
