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

/** Reads the filters of an address; what it does not know is left out. */
export function readRoundQuery(parameters: URLSearchParams): RoundQuery {
  const one = <Word extends string>(name: string, words: readonly Word[]) => words.find((word) => word === parameters.get(name)) ?? null;
  return { sector: one("sector", agencySectors), state: one("state", returnFilters) };
}

export function roundSearch({ sector, state }: RoundQuery): string {
  const parameters = new URLSearchParams({ ...(sector ? { sector } : {}), ...(state ? { state } : {}) }).toString();
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
