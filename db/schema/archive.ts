import { sql } from "drizzle-orm";
import { text, uuid } from "drizzle-orm/pg-core";

import { moment, partnershipId, portal } from "./columns.ts";

/** An earlier document taken off the public list by one person at once; erased by two. */
export const archiveRemovals = portal.table("archive_removals", {
  entryId: uuid("entry_id").primaryKey(),
  partnershipId: partnershipId(),
  reason: text("reason").notNull(),
  removedAt: moment("removed_at").notNull().default(sql`access.clock()`),
  removedBy: uuid("removed_by").notNull(),
  erasureProposedAt: moment("erasure_proposed_at"),
  erasureProposedBy: uuid("erasure_proposed_by"),
  erasedAt: moment("erased_at"),
  erasedBy: uuid("erased_by"),
});
