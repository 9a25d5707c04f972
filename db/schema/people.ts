import { sql } from "drizzle-orm";
import { bigint, boolean, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { access, id, moment, portal, sha256 } from "./columns.ts";

/** A person: somebody who holds, held or will hold an office. */
export const people = portal.table("people", {
  id: id(),
  name: text("name").notNull(),
  nameWithheld: boolean("name_withheld").notNull().default(false),
  createdAt: moment("created_at").notNull().default(sql`access.clock()`),
});

/** The means by which a person signs in. Only the sign-in role reads it. */
export const accounts = access.table("accounts", {
  personId: uuid("person_id").primaryKey(),
  email: text("email").notNull(),
  passwordHash: text("password_hash"),
  totpSecretSealed: text("totp_secret_sealed"),
  totpLastStep: bigint("totp_last_step", { mode: "number" }).notNull().default(-1),
  suspendedAt: moment("suspended_at"),
  createdAt: moment("created_at").notNull().default(sql`access.clock()`),
  lastSignedInAt: moment("last_signed_in_at"),
});

/** A signed-in browser, by the SHA-256 of its token. */
export const sessions = access.table("sessions", {
  id: sha256("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  createdAt: moment("created_at").notNull().default(sql`access.clock()`),
  lastSeenAt: moment("last_seen_at").notNull().default(sql`access.clock()`),
  expiresAt: moment("expires_at").notNull(),
  strength: text("strength", { enum: ["password+totp", "password-demo"] }).notNull(),
  confirmedAt: moment("confirmed_at"),
  /** When confirming an identity replaced it; it then lives for one minute more, unconfirmed. */
  replacedAt: moment("replaced_at"),
  /** Names it in an address without telling its id. */
  handle: uuid("handle").notNull().defaultRandom(),
  /** No finer than "Firefox on Windows". */
  browser: text("browser"),
});

/** Between a right password and a right code. */
export const signInSteps = access.table("sign_in_steps", {
  id: sha256("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  pendingTotpSealed: text("pending_totp_sealed"),
  expiresAt: moment("expires_at").notNull(),
  /** Whether a second factor that is there may be replaced: its owner entered everything again. */
  replaces: boolean("replaces").notNull().default(false),
  /** The reset by two people for which a second factor is set up anew. */
  factorResetId: uuid("factor_reset_id"),
});

/** Runs the installation: onboards partnerships and people, sees no drafts. */
export const administrators = access.table(
  "administrators",
  {
    personId: uuid("person_id").notNull(),
    grantedAt: moment("granted_at").notNull().default(sql`access.clock()`),
    revokedAt: moment("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.personId, table.grantedAt] })],
);

/** Counters for throttling, shared by all workers. */
export const attempts = access.table("attempts", {
  key: sha256("key").primaryKey(),
  count: integer("count").notNull(),
  windowEndsAt: moment("window_ends_at").notNull(),
});

/** What the whole installation is. One row. */
export const installation = access.table("installation", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  demo: boolean("demo").notNull().default(false),
});

/** The fixed clock of tests and the demo seed; no row in production. */
export const clockSetting = access.table("clock_setting", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  fixedAt: moment("fixed_at").notNull(),
});
