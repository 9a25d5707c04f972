import { sql } from "drizzle-orm";
import { jsonb, text, uuid } from "drizzle-orm/pg-core";

import type { WordDraft } from "#app/domain/documents/word/vocabulary.ts";

import { id, moment, partnershipId, portal, sha256 } from "./columns.ts";
import { kind } from "./documents.ts";

/** A Word file as it was read, waiting for a person to look it through. */
export const wordImports = portal.table("word_imports", {
  id: id(),
  partnershipId: partnershipId(),
  kind: kind(),
  fileName: text("file_name").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
  reading: jsonb("reading").$type<WordDraft>(),
  readAt: moment("read_at").notNull().default(sql`access.clock()`),
  readBy: uuid("read_by").notNull(),
  closedAt: moment("closed_at"),
});
