import { route } from "@remix-run/route-config";

/** Shared priorities in the portal; before the documents, whose addresses would take theirs. */
export const priorities = [
  route("portal/:partnership/priorities", "routes/portal/priorities/index.tsx"),
  route("portal/:partnership/priorities/new", "routes/portal/priorities/new.tsx"),
  route("portal/:partnership/priorities/:priority", "routes/portal/priorities/priority.tsx"),
  route("portal/:partnership/priorities/:priority/edit", "routes/portal/priorities/edit.tsx"),
  route("portal/:partnership/priorities/:priority/agree", "routes/portal/priorities/agree.tsx"),
  route("portal/:partnership/priorities/:priority/state", "routes/portal/priorities/state.tsx"),
  route("portal/:partnership/priorities/:priority/move", "routes/portal/priorities/move.tsx"),
  route("portal/:partnership/priorities/:priority/achieve", "routes/portal/priorities/achieve.tsx"),
  route("portal/:partnership/priorities/:priority/close", "routes/portal/priorities/close.tsx"),
  route("portal/:partnership/priorities/:priority/publish", "routes/portal/priorities/publish.tsx"),
  route("portal/:partnership/priorities/:priority/withdraw", "routes/portal/priorities/withdraw.tsx"),
  route("portal/:partnership/priorities/:priority/take-down", "routes/portal/priorities/take-down.tsx"),
  route("portal/:partnership/priorities/:priority/measures/new", "routes/portal/priorities/measure-new.tsx"),
  route("portal/:partnership/priorities/:priority/measures/:measure", "routes/portal/priorities/measure.tsx"),
  route("portal/:partnership/priorities/:priority/measures/:measure/figure", "routes/portal/priorities/figure.tsx"),
];

/** What anybody reads of them. */
export const publicPriorities = [
  route("partnerships/:slug/priorities", "routes/public/partnerships/priorities/priorities.tsx"),
  route("partnerships/:slug/priorities.csv", "routes/public/partnerships/priorities/priorities-csv.ts"),
  route("partnerships/:slug/priorities.json", "routes/public/partnerships/priorities/priorities-json.ts"),
  route("partnerships/:slug/priorities/:priority", "routes/public/partnerships/priorities/priority.tsx"),
  route("partnerships/:slug/priorities/:priority.json", "routes/public/partnerships/priorities/priority-json.ts"),
  route("partnerships/:slug/priorities/:priority/updates/:update", "routes/public/partnerships/priorities/update.tsx"),
];
