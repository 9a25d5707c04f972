import { agencySectors, type AgencySector, agencyStatuses, type AgencyStatus } from "./vocabulary.ts";

/** What somebody asks the register for, as the address says it. */
export interface RegisterQuery {
  q: string;
  sector: AgencySector | null;
  status: AgencyStatus | null;
  /** Something that wants doing. */
  attention: Attention | null;
}

export const attentions = ["no-reason", "not-told", "not-acknowledged", "nobody-to-tell", "came-back", "no-representative", "closed", "withheld"] as const;
export type Attention = (typeof attentions)[number];

export const attentionLabels: Record<Attention, string> = {
  "no-reason": "No reason given",
  "not-told": "Named, not told",
  "not-acknowledged": "Told, not acknowledged",
  "nobody-to-tell": "Nobody to tell",
  "came-back": "The e-mail came back",
  "no-representative": "Nobody speaks for it",
  closed: "Closed",
  withheld: "Name withheld from the public",
};

/** How many agencies a page of the register has. */
export const agenciesOnPage = 50;

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readRegisterQuery(parameters: URLSearchParams): RegisterQuery {
  const one = <Word extends string>(name: string, words: readonly Word[]) => words.find((word) => word === parameters.get(name)) ?? null;
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    sector: one("sector", agencySectors),
    status: one("status", agencyStatuses),
    attention: one("attention", attentions),
  };
}

/** The filters as an address has them, without those that are not set: "?sector=education&page=2", or nothing. */
export function registerSearch({ q, sector, status, attention }: RegisterQuery, page = 1): string {
  const parameters = new URLSearchParams({ ...(q ? { q } : {}), ...(sector ? { sector } : {}), ...(status ? { status } : {}), ...(attention ? { attention } : {}), ...(page > 1 ? { page: String(page) } : {}) }).toString();
  return parameters ? `?${parameters}` : "";
}
