import { sql } from "drizzle-orm";
import { primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { access, id, moment, sha256 } from "./columns.ts";

/** A single-use link bound to one account's e-mail address, one appointment and its role. */
export const invitations = access.table("invitations", {
  id: sha256("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  email: text("email").notNull(),
  partnershipId: uuid("partnership_id").notNull(),
  appointmentId: uuid("appointment_id").notNull(),
  role: text("role").notNull(),
  invitedBy: uuid("invited_by"),
  createdAt: moment("created_at").notNull().default(sql`access.clock()`),
  expiresAt: moment("expires_at").notNull(),
  endedAt: moment("ended_at"),
  endedAs: text("ended_as", { enum: ["accepted", "withdrawn", "replaced"] }),
});

/** A code on paper, good once in place of one from the phone. */
export const recoveryCodes = access.table(
  "recovery_codes",
  {
    personId: uuid("person_id").notNull(),
    codeHmac: sha256("code_hmac").notNull(),
    createdAt: moment("created_at").notNull().default(sql`access.clock()`),
    usedAt: moment("used_at"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.codeHmac] })],
);

/** A link to choose a new password. */
export const passwordResets = access.table("password_resets", {
  id: sha256("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  email: text("email").notNull(),
  createdAt: moment("created_at").notNull().default(sql`access.clock()`),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/** A second factor set up anew: proposed by one person, confirmed by another. */
export const factorResets = access.table("factor_resets", {
  id: id(),
  personId: uuid("person_id").notNull(),
  askedAt: moment("asked_at"),
  proposedAt: moment("proposed_at"),
  proposedBy: uuid("proposed_by"),
  /** How the proposer made sure who was asking. */
  howChecked: text("how_checked"),
  confirmedAt: moment("confirmed_at"),
  confirmedBy: uuid("confirmed_by"),
  linkSha256: sha256("link_sha256"),
  expiresAt: moment("expires_at").notNull(),
  completedAt: moment("completed_at"),
  stoppedAt: moment("stopped_at"),
  stoppedBy: uuid("stopped_by"),
});
