import { sql } from "drizzle-orm";
import { integer, jsonb, text, uuid } from "drizzle-orm/pg-core";

import { moment, portal } from "./columns.ts";

/** A message to one person, written with the change it tells of and sent after it. A worker's job per row. */
export const messages = portal.table("messages", {
  id: uuid("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  partnershipId: uuid("partnership_id"),
  versionId: uuid("version_id"),
  kind: text("kind").notNull(),
  topic: text("topic").notNull(),
  content: jsonb("content").notNull(),
  secretSealed: text("secret_sealed"),
  writtenAt: moment("written_at").notNull().default(sql`access.clock()`),
  status: text("status", { enum: ["waiting", "digest", "sent", "unconfirmed", "kept", "bounced", "given-up", "dropped"] }).notNull().default("waiting"),
  statusAt: moment("status_at").notNull().default(sql`access.clock()`),
  /** How often its bytes may have reached a mail server without our knowing. */
  handovers: integer("handovers").notNull().default(0),
  /** What the mail server said last, shortened; never an address. */
  problem: text("problem"),
  digestId: uuid("digest_id"),
});
