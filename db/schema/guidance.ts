import { boolean, integer, jsonb, primaryKey, text } from "drizzle-orm/pg-core";

import { day, moment, portal, sha256 } from "./columns.ts";

/** One edition of the statutory guidance, loaded from db/rulesets. */
export const guidanceEditions = portal.table("guidance_editions", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  published: text("published").notNull(),
  replaces: text("replaces"),
  note: text("note").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
  dates: jsonb("dates").notNull().default([]),
  /** When an administrator loaded it; null for one that came with the portal. */
  loadedAt: moment("loaded_at"),
});

/** One thing an edition asks a document to contain. */
export const guidanceItems = portal.table(
  "guidance_items",
  {
    editionId: text("edition_id").notNull(),
    id: text("id").notNull(),
    document: text("document", { enum: ["arrangements", "yearly-report"] }).notNull(),
    position: integer("position").notNull(),
    strength: text("strength", { enum: ["must", "should"] }).notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    basis: text("basis").notNull(),
    condition: text("condition"),
    conditionKey: text("condition_key"),
    confidence: text("confidence", { enum: ["verified", "to-verify"] }).notNull(),
    inForce: boolean("in_force").notNull(),
    inForceFrom: day("in_force_from"),
    inForceNote: text("in_force_note"),
    evidence: text("evidence").array().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.document, table.id] })],
);
