import { type OriginKind, readOriginKind } from "./origins.ts";

/** What somebody asks the list of actions for, as the address says it. */
export interface ActionQuery {
  q: string;
  state: ActionFilter | null;
  origin: OriginKind | null;
  /** The id of a post or of an agency. */
  owner: string | null;
  mine: boolean;
}

/** States, and what is late or due soon. */
export const actionFilters = ["open", "overdue", "due-soon", "proposed-done", "closed"] as const;
export type ActionFilter = (typeof actionFilters)[number];

export const actionFilterLabels: Record<ActionFilter, string> = {
  open: "Open",
  overdue: "Overdue",
  "due-soon": "Due in 30 days",
  "proposed-done": "Proposed as done",
  closed: "Closed",
};

/** How many actions a page of the list has. */
export const actionsOnPage = 50;

const longestQuery = 100;

/** Reads the filters of an address; what it does not know is left out. */
export function readActionQuery(parameters: URLSearchParams): ActionQuery {
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    state: actionFilters.find((state) => state === parameters.get("state")) ?? null,
    origin: readOriginKind(parameters.get("origin")),
    owner: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(parameters.get("owner") ?? "")?.[0] ?? null,
    mine: parameters.get("mine") === "yes",
  };
}

/** The filters as an address has them, without those that are not set: "?state=overdue&page=2", or nothing. */
export function actionSearch({ q, state, origin, owner, mine }: ActionQuery, page = 1): string {
  const parameters = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(mine ? { mine: "yes" } : {}),
    ...(state ? { state } : {}),
    ...(origin ? { origin } : {}),
    ...(owner ? { owner } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return parameters ? `?${parameters}` : "";
}
