import { type DecisionMatterId, decisionMatters, type DecisionState, decisionStates, type TakenBy, takers } from "./vocabulary.ts";

/** What somebody asks the register of decisions for, as the address says it. */
export interface DecisionQuery {
  q: string;
  state: DecisionState | null;
  matter: DecisionMatterId | null;
  by: TakenBy | null;
  shown: "public" | "private" | null;
}

/** How many decisions a page of the register has. */
export const decisionsOnPage = 50;

const longestQuery = 100;
const shownKinds = ["public", "private"] as const;

/** Reads the filters of an address; what it does not know is left out. */
export function readDecisionQuery(parameters: URLSearchParams): DecisionQuery {
  const among = <T extends string>(known: readonly T[], name: string) => known.find((each) => each === parameters.get(name)) ?? null;
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    state: among(decisionStates, "state"),
    matter: among(decisionMatters.map((each) => each.id), "matter"),
    by: among(takers, "by"),
    shown: among(shownKinds, "shown"),
  };
}

/** The filters as an address has them, without those that are not set: "?state=asked&page=2", or nothing. */
export function decisionSearch({ q, ...filters }: DecisionQuery, page = 1): string {
  const parameters = new URLSearchParams();
  if (q) parameters.set("q", q);
  for (const [name, value] of Object.entries(filters)) if (value !== null) parameters.set(name, value);
  if (page > 1) parameters.set("page", String(page));
  return parameters.size > 0 ? `?${parameters.toString()}` : "";
}

/** The page an address asks for; the first when it asks for none. */
export function readPage(parameters: URLSearchParams): number {
  const page = Number(parameters.get("page") ?? "1");
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}
