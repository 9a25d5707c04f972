import { plainWords } from "#app/domain/publication/search.ts";

import type { RequestView } from "./request-view.ts";
import { basisOf, type RequestState, requestStates } from "./vocabulary.ts";

/** What somebody asks the log of requests for, as the address says it. */
export interface RequestQuery {
  q: string;
  state: RequestState | null;
  /** A seat's id, or all partners together. */
  from: string | null;
}

export const jointly = "together";

/** How many requests a page of the log has. */
export const requestsOnPage = 50;

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readRequestQuery(parameters: URLSearchParams): RequestQuery {
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    state: requestStates.find((state) => state === parameters.get("state")) ?? null,
    from: /^(together|[0-9a-f-]{36})$/.exec(parameters.get("from") ?? "")?.[0] ?? null,
  };
}

/** The filters as an address has them, without those that are not set: "?state=overdue&page=2", or nothing. */
export function requestSearch({ q, state, from }: RequestQuery, page = 1): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(state ? { state } : {}), ...(from ? { from } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return parameters ? `?${parameters}` : "";
}

/** The requests that are asked for, in the order they have: every word is in, or begins one of, what is said of it. */
export function findRequests(requests: readonly RequestView[], { q, state, from }: RequestQuery): RequestView[] {
  const asked = plainWords(q);
  return requests.filter((request) => (state === null || request.state === state) && (from === null || (request.requester?.seatId ?? jointly) === from) && holdsWords(request, asked));
}

function holdsWords({ number, recipient, requester, purpose, askedFor, basis }: RequestView, asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const words = plainWords([String(number), recipient, requester?.name, purpose, askedFor, basisOf(basis)?.label].join(" "));
  return asked.every((word) => words.some((each) => each.startsWith(word)));
}

/** How many of them are in each state. */
export function countByState(requests: readonly RequestView[]): Record<RequestState, number> {
  const counts: Record<RequestState, number> = { open: 0, overdue: 0, answered: 0, refused: 0, escalated: 0, closed: 0 };
  for (const { state } of requests) counts[state] += 1;
  return counts;
}

/** The statutory partners that asked for any of them, by name. */
export function requestersOf(requests: readonly RequestView[]): { seatId: string; name: string }[] {
  const known = new Map(requests.flatMap(({ requester }) => (requester ? [[requester.seatId, requester.name]] : [])));
  return [...known].map(([seatId, name]) => ({ seatId, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
