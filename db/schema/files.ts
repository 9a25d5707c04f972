import { sql } from "drizzle-orm";
import { integer, jsonb, text, uuid } from "drizzle-orm/pg-core";

import { bytea, day, moment, partnershipId, portal, sha256 } from "./columns.ts";

/** The PDF that a draft carries as its text, as it will be published. */
export const draftFiles = portal.table("draft_files", {
  documentId: uuid("document_id").primaryKey(),
  partnershipId: partnershipId(),
  name: text("name").notNull(),
  sha256: sha256("sha256").notNull(),
  size: integer("size").notNull(),
  pages: integer("pages").notNull(),
  texts: jsonb("texts").$type<string[]>().notNull(),
  body: bytea("body").notNull(),
  addedAt: moment("added_at").notNull().default(sql`access.clock()`),
  addedBy: uuid("added_by"),
});

/** That the Secretary of State was told of a published version. */
export const governmentNotifications = portal.table("government_notifications", {
  versionId: uuid("version_id").primaryKey(),
  partnershipId: partnershipId(),
  notifiedOn: day("notified_on").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});
