import { agencySectors, type AgencySector } from "../vocabulary.ts";
import { lateness } from "./rules.ts";
import type { ReturnRow } from "./views.ts";

export const returnFilters = ["not-begun", "begun", "submitted", "overdue", "sampled", "challenged", "to-answer", "answered"] as const;
export type ReturnFilter = (typeof returnFilters)[number];

export const returnFilterLabels: Record<ReturnFilter, string> = {
  "not-begun": "Not begun",
  begun: "Begun, not submitted",
  submitted: "Submitted",
  overdue: "Overdue",
  sampled: "In the sample",
  challenged: "Challenged",
  "to-answer": "A challenge waits for the agency",
  answered: "A challenge is answered",
};

/** What somebody asks of a round's returns, as the address says it. */
export interface RoundQuery {
  sector: AgencySector | null;
  state: ReturnFilter | null;
}

/** How many returns a page of a round has. */
export const returnsOnPage = 100;

/** One page of these, by its number as an address gives it; the nearest that there is. */
export function pageOf<Row>(rows: readonly Row[], asked: string | null): { rows: Row[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / returnsOnPage));
  const page = Math.min(Math.max(1, Number.parseInt(asked ?? "1", 10) || 1), pages);
  return { rows: rows.slice((page - 1) * returnsOnPage, page * returnsOnPage), page, pages };
}

/** Reads the filters of an address; what it does not know is left out. */
export function readRoundQuery(parameters: URLSearchParams): RoundQuery {
  const one = <Word extends string>(name: string, words: readonly Word[]) => words.find((word) => word === parameters.get(name)) ?? null;
  return { sector: one("sector", agencySectors), state: one("state", returnFilters) };
}

export function roundSearch({ sector, state }: RoundQuery, page = 1): string {
  const parameters = new URLSearchParams({ ...(sector ? { sector } : {}), ...(state ? { state } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return parameters ? `?${parameters}` : "";
}

const tests: Record<ReturnFilter, (each: ReturnRow, today: string) => boolean> = {
  "not-begun": ({ status }) => status === "issued",
  begun: ({ status }) => status === "begun",
  submitted: ({ status }) => status === "submitted",
  overdue: (each, today) => lateness(each, today) === "overdue",
  sampled: ({ sampled }) => sampled,
  challenged: ({ challenges }) => challenges.all > 0,
  "to-answer": ({ challenges }) => challenges.waiting > 0,
  answered: ({ challenges }) => challenges.answered > 0,
};

export function filterReturns(returns: readonly ReturnRow[], { sector, state }: RoundQuery, today: string): ReturnRow[] {
  return returns.filter((each) => (sector === null || each.sector === sector) && (state === null || tests[state](each, today)));
}
