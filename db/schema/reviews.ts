import { sql } from "drizzle-orm";
import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { id, moment, partnershipId, portal } from "./columns.ts";

/** A comment on a section as it read at one revision: a thread of remarks. Never published. */
export const comments = portal.table("comments", {
  id: id(),
  partnershipId: partnershipId(),
  documentId: uuid("document_id").notNull(),
  sectionId: uuid("section_id").notNull(),
  sectionRevision: integer("section_revision").notNull(),
  openedAt: moment("opened_at").notNull().default(sql`access.clock()`),
  openedBy: uuid("opened_by").notNull(),
  resolvedAt: moment("resolved_at"),
  resolvedBy: uuid("resolved_by"),
});

/** What somebody says in a comment's thread; the first is the comment itself. Without text it was taken back. */
export const remarks = portal.table("remarks", {
  id: id(),
  partnershipId: partnershipId(),
  commentId: uuid("comment_id").notNull(),
  /** Its place in the thread, from 1. */
  number: integer("number").notNull(),
  text: text("text"),
  saidAt: moment("said_at").notNull().default(sql`access.clock()`),
  saidBy: uuid("said_by").notNull(),
  correctedAt: moment("corrected_at"),
  withdrawnAt: moment("withdrawn_at"),
});

/** A member whom a remark is for. */
export const mentions = portal.table(
  "mentions",
  {
    remarkId: uuid("remark_id").notNull(),
    personId: uuid("person_id").notNull(),
    partnershipId: partnershipId(),
  },
  (table) => [primaryKey({ columns: [table.remarkId, table.personId] })],
);

/** What a delegated partner or the chair says of a draft at one of its revisions. */
export const reviews = portal.table("reviews", {
  id: id(),
  partnershipId: partnershipId(),
  documentId: uuid("document_id").notNull(),
  /** The draft's revision, not a section's. */
  revision: integer("revision").notNull(),
  outcome: text("outcome", { enum: ["ready", "changes-wanted"] }).notNull(),
  words: text("words"),
  reviewedAt: moment("reviewed_at").notNull().default(sql`access.clock()`),
  reviewedBy: uuid("reviewed_by").notNull(),
});

/** Somebody asks for a review of the draft as it stands; once for each of its revisions. */
export const reviewRequests = portal.table("review_requests", {
  id: id(),
  partnershipId: partnershipId(),
  documentId: uuid("document_id").notNull(),
  revision: integer("revision").notNull(),
  askedAt: moment("asked_at").notNull().default(sql`access.clock()`),
  askedBy: uuid("asked_by").notNull(),
});
