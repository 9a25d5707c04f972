import { sql } from "drizzle-orm";
import { boolean, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { OriginKind } from "#app/domain/actions/origins.ts";
import type { ActionEntryKind, ActionState } from "#app/domain/actions/vocabulary.ts";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

/**
 * What somebody undertakes to do, until somebody else closes it. Of the columns of origins at most one is set, as `origin`
 * says. `originalDueOn` never changes; from `dueOn` on it is written by its entries, in the database.
 */
export const actions = portal.table("actions", {
  id: id(),
  partnershipId: partnershipId(),
  origin: text("origin").$type<OriginKind>().notNull().default("own"),
  returnId: uuid("return_id"),
  standardId: text("standard_id"),
  /** Asked for in a challenge of the return, and not said in it by the agency itself. */
  fromChallenge: boolean("from_challenge").notNull().default(false),
  decisionId: uuid("decision_id"),
  meetingId: uuid("meeting_id"),
  priorityId: uuid("priority_id"),
  what: text("what").notNull(),
  /** In words, by post and never by name. */
  owner: text("owner").notNull(),
  ownerPostId: uuid("owner_post_id"),
  /** The agency of the register whose it is. */
  membershipId: uuid("membership_id"),
  originalDueOn: day("original_due_on").notNull(),
  dueOn: day("due_on").notNull(),
  state: text("state").$type<ActionState>().notNull().default("open"),
  proposedBy: uuid("proposed_by"),
  closedAt: moment("closed_at"),
  closedBy: uuid("closed_by"),
  /** How many entries its story has. */
  revision: integer("revision").notNull().default(0),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
});

/** The story of an action: progress, moves of its day, other owners, evidence that it is done, what more is asked. Never changed. */
export const actionEntries = portal.table(
  "action_entries",
  {
    actionId: uuid("action_id").notNull(),
    partnershipId: partnershipId(),
    number: integer("number").notNull(),
    kind: text("kind").$type<ActionEntryKind>().notNull(),
    text: text("text"),
    dueBefore: day("due_before"),
    dueAfter: day("due_after"),
    ownerBefore: text("owner_before"),
    ownerAfter: text("owner_after"),
    ownerPostId: uuid("owner_post_id"),
    membershipId: uuid("membership_id"),
    saidAt: moment("said_at").notNull().default(sql`access.clock()`),
    saidBy: uuid("said_by"),
    office: text("office").notNull(),
    onBehalf: boolean("on_behalf").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.actionId, table.number] })],
);
