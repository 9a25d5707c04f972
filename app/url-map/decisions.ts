import { route, type RouteConfigEntry } from "@remix-run/route-config";

/** What the public reads of decisions. */
export const publicDecisions: RouteConfigEntry[] = [
  route("partnerships/:slug/decisions", "routes/public/partnerships/decisions/decisions.tsx"),
  route("partnerships/:slug/decisions.csv", "routes/public/partnerships/decisions/decisions-csv.ts"),
  route("partnerships/:slug/decisions.json", "routes/public/partnerships/decisions/decisions-json.ts"),
  route("partnerships/:slug/decisions.atom", "routes/public/partnerships/decisions/decisions-atom.ts"),
  route("partnerships/:slug/decisions/:decision", "routes/public/partnerships/decisions/decision.tsx"),
];

/** Decisions, what is delegated, and what the leads agree to and note; the ladder of escalations; the register of risks. */
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
  route("portal/:partnership/escalations", "routes/portal/escalations/index.tsx"),
  route("portal/:partnership/escalations/new", "routes/portal/escalations/new.tsx"),
  route("portal/:partnership/escalations/clocks", "routes/portal/escalations/clocks.tsx"),
  route("portal/:partnership/escalations/:escalation", "routes/portal/escalations/escalation.tsx"),
  route("portal/:partnership/escalations/:escalation/decide", "routes/portal/escalations/decide.tsx"),
  route("portal/:partnership/escalations/:escalation/take-further", "routes/portal/escalations/take-further.tsx"),
  route("portal/:partnership/escalations/:escalation/settle", "routes/portal/escalations/settle.tsx"),
  route("portal/:partnership/risks", "routes/portal/risks/index.tsx"),
  route("portal/:partnership/risks/new", "routes/portal/risks/new.tsx"),
  route("portal/:partnership/risks/:risk", "routes/portal/risks/risk.tsx"),
  route("portal/:partnership/risks/:risk/review", "routes/portal/risks/review.tsx"),
];
