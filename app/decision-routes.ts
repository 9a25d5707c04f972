import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** Decisions, what is delegated, and what the leads agree to and note. */
export const decisions: RouteConfigEntry[] = [
  route("portal/:partnership/decisions", "routes/portal/decisions/index.tsx"),
  route("portal/:partnership/decisions.csv", "routes/portal/decisions/export-csv.ts"),
  route("portal/:partnership/decisions/new", "routes/portal/decisions/new.tsx"),
  route("portal/:partnership/decisions/to-note", "routes/portal/decisions/to-note.tsx"),
  route("portal/:partnership/decisions/delegated", "routes/portal/decisions/delegated/index.tsx"),
  route("portal/:partnership/decisions/delegated/:seat", "routes/portal/decisions/delegated/change.tsx"),
  route("portal/:partnership/decisions/:decision", "routes/portal/decisions/decision.tsx"),
  route("portal/:partnership/decisions/:decision/answer/:seat", "routes/portal/decisions/answer.tsx"),
  route("portal/:partnership/decisions/:decision/withdraw", "routes/portal/decisions/withdraw.tsx"),
];
