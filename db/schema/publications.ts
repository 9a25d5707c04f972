import { sql } from "drizzle-orm";
import { bigint, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

import { bytea, id, ledger, moment, partnershipId, publication, sha256 } from "./columns.ts";

/** A publication: an immutable snapshot of what the public reads. */
export const publications = publication.table("publications", {
  id: id(),
  partnershipId: partnershipId(),
  slug: text("slug").notNull(),
  kind: text("kind").$type<"directory" | "archive" | "funding" | "agencies" | "decision" | "priority" | DocumentKind>().notNull(),
  number: integer("number").notNull(),
  versionId: uuid("version_id"),
  /** Of a funding publication: the signed budget whose figures it repeats. It is taken down and erased with it. */
  sourceVersionId: uuid("source_version_id"),
  contentSha256: sha256("content_sha256"),
  htmlSha256: sha256("html_sha256"),
  pdfSha256: sha256("pdf_sha256"),
  fileSha256: sha256("file_sha256"),
  publishedAt: moment("published_at").notNull().default(sql`access.clock()`),
  facts: jsonb("facts").notNull(),
});

/** The bytes of a publication. */
export const publicationBodies = publication.table(
  "bodies",
  {
    publicationId: uuid("publication_id").notNull(),
    partnershipId: partnershipId(),
    format: text("format", { enum: ["content", "html", "pdf", "outline", "record", "file"] }).notNull(),
    sha256: sha256("sha256").notNull(),
    size: integer("size").notNull(),
    body: bytea("body"),
    erasedAt: moment("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.format] })],
);

/** What happened to a publication afterwards. */
export const publicationNotices = publication.table(
  "notices",
  {
    publicationId: uuid("publication_id").notNull(),
    partnershipId: partnershipId(),
    state: text("state", { enum: ["superseded", "withdrawn", "taken-down", "erased"] }).notNull(),
    at: moment("at").notNull().default(sql`access.clock()`),
    reason: text("reason"),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.state] })],
);

/** A correction of a note that is shown beside a published version. Its words are null once erased. */
export const corrections = publication.table(
  "corrections",
  {
    publicationId: uuid("publication_id").notNull(),
    partnershipId: partnershipId(),
    field: text("field", { enum: ["change-note", "withdrawal-reason"] }).notNull(),
    number: integer("number").notNull(),
    before: text("before"),
    after: text("after"),
    reason: text("reason"),
    salt: sha256("salt"),
    office: text("office").notNull(),
    correctedAt: moment("corrected_at").notNull().default(sql`access.clock()`),
    erasedAt: moment("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.field, table.number] })],
);

/** One entry of the hash-chained ledger. */
export const ledgerEntries = ledger.table(
  "entries",
  {
    chain: text("chain").notNull(),
    partnershipId: uuid("partnership_id"),
    seq: bigint("seq", { mode: "number" }).notNull(),
    previous: sha256("previous").notNull(),
    at: moment("at").notNull(),
    actor: text("actor").notNull(),
    type: text("type").notNull(),
    payloadSha256: sha256("payload_sha256").notNull(),
    hash: sha256("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
);

/** What a ledger entry says, apart from its hash. */
export const ledgerPayloads = ledger.table(
  "payloads",
  {
    chain: text("chain").notNull(),
    partnershipId: uuid("partnership_id"),
    seq: bigint("seq", { mode: "number" }).notNull(),
    body: bytea("body"),
    erasedAt: moment("erased_at"),
  },
  (table) => [primaryKey({ columns: [table.chain, table.seq] })],
);
