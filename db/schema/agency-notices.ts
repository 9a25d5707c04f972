import { bigint, boolean, integer, jsonb, text, uuid } from "drizzle-orm/pg-core";

import type { NoticeContent, NoticeKind, NoticeStatus, ProposedByAgency, ReplyKind, ReplyOutcome } from "#app/domain/agencies/notices/vocabulary.ts";

import { id, moment, partnershipId, portal, sha256 } from "./columns.ts";

/**
 * A letter to an agency: that it is named, the same once more, or what became of its answer. The database takes its address
 * and its words from the register, and those in office cannot read its link. A worker's job per row.
 */
export const agencyNotices = portal.table("agency_notices", {
  id: uuid("id").primaryKey(),
  /** In the order in which they were written. */
  number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity(),
  partnershipId: partnershipId(),
  membershipId: uuid("membership_id").notNull(),
  naming: integer("naming").notNull(),
  kind: text("kind").$type<NoticeKind>().notNull(),
  replyId: uuid("reply_id"),
  /** Read by the worker alone, like the link. */
  email: text("email").notNull(),
  /** Its address as those in office may read it: of an account, masked. */
  shownAs: text("shown_as").notNull(),
  content: jsonb("content").$type<NoticeContent>().notNull(),
  linkSha256: sha256("link_sha256"),
  secretSealed: text("secret_sealed"),
  expiresAt: moment("expires_at"),
  writtenAt: moment("written_at").notNull(),
  writtenBy: uuid("written_by"),
  status: text("status").$type<NoticeStatus>().notNull().default("waiting"),
  statusAt: moment("status_at").notNull(),
  handovers: integer("handovers").notNull().default(0),
  /** What the mail server said last, shortened; never an address. */
  problem: text("problem"),
});

/** For how long a link works, and after how many days without an answer an agency is reminded. */
export const noticeRules = portal.table("notice_rules", {
  onlyOne: boolean("only_one").primaryKey().default(true),
  linkDays: integer("link_days").notNull(),
  reminderDays: integer("reminder_days").array().notNull(),
});

/** That an agency has acknowledged, by its link: once for each naming. */
export const agencyAcknowledgements = portal.table("agency_acknowledgements", {
  id: id(),
  partnershipId: partnershipId(),
  membershipId: uuid("membership_id").notNull(),
  naming: integer("naming").notNull(),
  noticeId: uuid("notice_id").notNull(),
  /** Of whoever acknowledged: for those in office. */
  name: text("name").notNull(),
  post: text("post").notNull(),
  reference: text("reference").notNull(),
  acknowledgedAt: moment("acknowledged_at").notNull(),
});

/** What an agency writes back by its link, until somebody in office accepts it or sets it aside. */
export const agencyReplies = portal.table("agency_replies", {
  id: id(),
  partnershipId: partnershipId(),
  membershipId: uuid("membership_id").notNull(),
  noticeId: uuid("notice_id").notNull(),
  kind: text("kind").$type<ReplyKind>().notNull(),
  proposed: jsonb("proposed").$type<ProposedByAgency>().notNull(),
  /** What stood in the register when it was written. */
  before: jsonb("before").$type<{ legalName: string; contactEmail: string | null }>().notNull(),
  saidBy: text("said_by").notNull(),
  saidByPost: text("said_by_post").notNull(),
  saidAt: moment("said_at").notNull(),
  submission: uuid("submission").notNull(),
  fieldsSha256: sha256("fields_sha256").notNull(),
  decidedAt: moment("decided_at"),
  decidedBy: uuid("decided_by"),
  outcome: text("outcome").$type<ReplyOutcome>(),
  reason: text("reason"),
});
