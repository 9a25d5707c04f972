import { sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";

import { moment, portal, sha256 } from "./columns.ts";

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

/** How somebody wants to be told of a topic. Without a row: at once. */
export const messagePreferences = portal.table(
  "message_preferences",
  {
    personId: uuid("person_id").notNull(),
    topic: text("topic").notNull(),
    delivery: text("delivery", { enum: ["at-once", "digest", "off"] }).notNull(),
    chosenAt: moment("chosen_at").notNull().default(sql`access.clock()`),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topic] })],
);

/** The hour in London from which somebody's daily e-mail goes out. Without a row: seven. */
export const digestHours = portal.table("digest_hours", {
  personId: uuid("person_id").primaryKey(),
  hour: smallint("hour").notNull(),
});

/** An address in an e-mail that stops one topic for its reader, by the SHA-256 of its token. */
export const unsubscribeLinks = portal.table("unsubscribe_links", {
  id: sha256("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  topic: text("topic").notNull(),
  madeAt: moment("made_at").notNull().default(sql`access.clock()`),
});
