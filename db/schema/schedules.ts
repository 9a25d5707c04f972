import { sql } from "drizzle-orm";
import { text, uuid } from "drizzle-orm/pg-core";

import { id, moment, partnershipId, portal } from "./columns.ts";

/** When an approved version is to be published. A new time is a new row; the one before is ended as moved. */
export const publicationSchedules = portal.table("publication_schedules", {
  id: id(),
  partnershipId: partnershipId(),
  versionId: uuid("version_id").notNull(),
  dueAt: moment("due_at").notNull(),
  scheduledAt: moment("scheduled_at").notNull().default(sql`access.clock()`),
  scheduledBy: uuid("scheduled_by").notNull(),
  endedAt: moment("ended_at"),
  endedBy: uuid("ended_by"),
  outcome: text("outcome", { enum: ["published", "published-by-hand", "moved", "taken-off", "superseded"] }),
  /** The first time it was tried and could not be done. */
  failedAt: moment("failed_at"),
  /** The kind of fault met last, in a word or two. */
  problem: text("problem"),
});
