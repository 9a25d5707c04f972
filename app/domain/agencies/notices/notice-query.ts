import { type NoticeState, noticeStates } from "./vocabulary.ts";

/** What somebody asks the page of acknowledgement for, as the address says it. */
export interface NoticeQuery {
  q: string;
  state: NoticeState | null;
}

/** How many agencies a page has. */
export const noticesOnPage = 50;

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readNoticeQuery(parameters: URLSearchParams): NoticeQuery {
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    state: noticeStates.find((state) => state === parameters.get("state")) ?? null,
  };
}

/** The filters as an address has them, without those that are not set: "?state=told&page=2", or nothing. */
export function noticeSearch({ q, state }: NoticeQuery, page = 1): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return parameters ? `?${parameters}` : "";
}
