import { sql } from "drizzle-orm";
import { bigint, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";
import type { SignedFile } from "#app/domain/documents/text/content.ts";

import { bytea, day, id, moment, partnershipId, portal, revision, sha256 } from "./columns.ts";

/** Which signed document. */
export const kind = () => text("kind").$type<DocumentKind>().notNull();

/** A signed document's draft: one of the kinds that lead safeguarding partners sign. */
export const documents = portal.table("documents", {
  id: id(),
  partnershipId: partnershipId(),
  kind: kind(),
  title: text("title").notNull(),
  editionId: text("edition_id").notNull(),
  inForceFrom: day("in_force_from"),
  nextReviewOn: day("next_review_on"),
  changeNote: text("change_note"),
  revision: revision(),
  startedAt: moment("started_at").notNull().default(sql`access.clock()`),
  startedBy: uuid("started_by"),
  savedAt: moment("saved_at").notNull().default(sql`access.clock()`),
});

/** A section of a draft, for whom it is written, and the guidance items it covers. */
export const sections = portal.table("sections", {
  id: id(),
  partnershipId: partnershipId(),
  documentId: uuid("document_id").notNull(),
  position: integer("position").notNull(),
  audience: text("audience", { enum: ["everyone", "young-people"] }).notNull().default("everyone"),
  title: text("title").notNull(),
  body: text("body").notNull().default(""),
  items: text("items").array().notNull().default([]),
  revision: revision(),
  savedAt: moment("saved_at").notNull().default(sql`access.clock()`),
  savedBy: uuid("saved_by"),
  removedAt: moment("removed_at"),
});

/** Every accepted save of a section, kept by a trigger. */
export const sectionRevisions = portal.table(
  "section_revisions",
  {
    sectionId: uuid("section_id").notNull(),
    partnershipId: partnershipId(),
    revision: integer("revision").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    items: text("items").array().notNull(),
    savedAt: moment("saved_at").notNull(),
    savedBy: uuid("saved_by"),
  },
  (table) => [primaryKey({ columns: [table.sectionId, table.revision] })],
);

/** A `should` item declared not covered, and why. */
export const declaredGaps = portal.table(
  "declared_gaps",
  {
    documentId: uuid("document_id").notNull(),
    partnershipId: partnershipId(),
    itemId: text("item_id").notNull(),
    reason: text("reason").notNull(),
    declaredAt: moment("declared_at").notNull().default(sql`access.clock()`),
    declaredBy: uuid("declared_by"),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.itemId] })],
);

/** Bytes that records refer to by their hash. */
export const payloads = portal.table(
  "payloads",
  {
    partnershipId: partnershipId(),
    sha256: sha256("sha256").notNull(),
    mediaType: text("media_type").notNull(),
    body: bytea("body"),
    erasedAt: moment("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.sha256] })],
);

/** A version: a frozen copy of a document. Only its state changes. */
export const versions = portal.table("versions", {
  id: id(),
  partnershipId: partnershipId(),
  documentId: uuid("document_id").notNull(),
  kind: kind(),
  number: integer("number").notNull(),
  title: text("title").notNull(),
  editionId: text("edition_id").notNull(),
  inForceFrom: day("in_force_from"),
  nextReviewOn: day("next_review_on"),
  changeNote: text("change_note"),
  warnings: jsonb("warnings").$type<{ code: string; text: string; reason: string }[]>().notNull().default([]),
  requiredSeats: uuid("required_seats").array().notNull(),
  contentSha256: sha256("content_sha256").notNull(),
  htmlSha256: sha256("html_sha256").notNull(),
  pdfSha256: sha256("pdf_sha256").notNull(),
  /** The PDF it carries as its text, if it does. */
  file: jsonb("file").$type<SignedFile>(),
  fileSha256: sha256("file_sha256"),
  frozenAt: moment("frozen_at").notNull().default(sql`access.clock()`),
  frozenBy: uuid("frozen_by"),
  frozenSeq: bigint("frozen_seq", { mode: "number" }).notNull(),
  approvedSeq: bigint("approved_seq", { mode: "number" }),
  publishedSeq: bigint("published_seq", { mode: "number" }),
  status: text("status", { enum: ["awaiting", "approved", "scheduled", "published", "superseded", "withdrawn", "declined"] }).notNull().default("awaiting"),
  approvedAt: moment("approved_at"),
  publishedAt: moment("published_at"),
  publishedBy: uuid("published_by"),
  closedAt: moment("closed_at"),
  withdrawnReason: text("withdrawn_reason"),
  takenDownAt: moment("taken_down_at"),
  /** The review it was frozen on; null when the reason for freezing without one is among its warnings. */
  reviewId: uuid("review_id"),
});

/** The seats whose lead must sign, captured at freeze. */
export const versionSeats = portal.table(
  "version_seats",
  {
    versionId: uuid("version_id").notNull(),
    partnershipId: partnershipId(),
    seatId: uuid("seat_id").notNull(),
    kind: text("kind", { enum: ["local-authority", "icb", "police"] }).notNull(),
    position: integer("position").notNull(),
    organisation: text("organisation").notNull(),
    office: text("office").notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.seatId] })],
);

/** A signature: one seat, one version, once. */
export const signatures = portal.table("signatures", {
  id: id(),
  partnershipId: partnershipId(),
  versionId: uuid("version_id").notNull(),
  seatId: uuid("seat_id").notNull(),
  personId: uuid("person_id").notNull(),
  appointmentId: uuid("appointment_id").notNull(),
  statementSha256: sha256("statement_sha256").notNull(),
  strength: text("strength", { enum: ["password+totp", "password-demo"] }).notNull(),
  ledgerSeq: bigint("ledger_seq", { mode: "number" }).notNull(),
  reference: text("reference").notNull(),
  signedAt: moment("signed_at").notNull().default(sql`access.clock()`),
});

/** A decline closes the version, with a reason. */
export const declines = portal.table("declines", {
  versionId: uuid("version_id").primaryKey(),
  partnershipId: partnershipId(),
  seatId: uuid("seat_id").notNull(),
  personId: uuid("person_id").notNull(),
  appointmentId: uuid("appointment_id").notNull(),
  reason: text("reason").notNull(),
  declinedAt: moment("declined_at").notNull().default(sql`access.clock()`),
});

/** Taken down for safety by one person at once; erased by two. */
export const takedowns = portal.table("takedowns", {
  versionId: uuid("version_id").primaryKey(),
  partnershipId: partnershipId(),
  reason: text("reason").notNull(),
  takenDownAt: moment("taken_down_at").notNull().default(sql`access.clock()`),
  takenDownBy: uuid("taken_down_by").notNull(),
  erasureProposedAt: moment("erasure_proposed_at"),
  erasureProposedBy: uuid("erasure_proposed_by"),
  erasedAt: moment("erased_at"),
  erasedBy: uuid("erased_by"),
});

/** A certain identifier let through by two people, with a reason, for that exact text. */
export const detectorOverrides = portal.table(
  "detector_overrides",
  {
    documentId: uuid("document_id").notNull(),
    partnershipId: partnershipId(),
    fingerprint: text("fingerprint").notNull(),
    kind: text("kind").notNull(),
    reason: text("reason").notNull(),
    proposedAt: moment("proposed_at").notNull().default(sql`access.clock()`),
    proposedBy: uuid("proposed_by").notNull(),
    confirmedAt: moment("confirmed_at"),
    confirmedBy: uuid("confirmed_by"),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.fingerprint] })],
);

/** A form that changed something, so that sending it again gives the first result. */
export const submissions = portal.table("submissions", {
  key: uuid("key").primaryKey(),
  personId: uuid("person_id").notNull(),
  command: text("command").notNull(),
  fieldsSha256: sha256("fields_sha256").notNull(),
  outcome: jsonb("outcome"),
  submittedAt: moment("submitted_at").notNull().default(sql`access.clock()`),
});
