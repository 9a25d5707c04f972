import { sql } from "drizzle-orm";
import { bigint, boolean, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { ContributionForm, FundingList, Sector, SpendingCategory } from "#app/domain/funding/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import { day, id, moment, partnershipId, portal, revision, sha256 } from "./columns.ts";

const year = () => text("year").$type<FinancialYear>().notNull();
/** An amount in pence. */
const pence = (name: string) => bigint(name, { mode: "number" });
/** Children's part of a pot shared with adults, in hundredths of a percent; 10000 is all of it. */
const childrenShare = (name = "children_share") => integer(name).notNull().default(10_000);

/** One partnership's financial year: what is said of it beside its lines. */
export const fundingYears = portal.table(
  "funding_years",
  {
    partnershipId: partnershipId(),
    year: year(),
    /** What the lines of cash must sum to. */
    agreedPence: pence("agreed_pence"),
    broughtForwardPence: pence("brought_forward_pence"),
    broughtForwardChildrenShare: childrenShare("brought_forward_children_share"),
    sharesStatement: text("shares_statement").notNull().default(""),
    notIncluded: text("not_included").notNull().default(""),
    materialPence: pence("material_pence"),
    population: integer("population"),
    populationSource: text("population_source"),
    /** Of a year before the portal was used: where its figures were published first. */
    earlierSource: text("earlier_source"),
    /** The day the outturn was last published, and why it was published again. */
    outturnOn: day("outturn_on"),
    outturnNote: text("outturn_note"),
    revision: revision(),
    openedAt: moment("opened_at").notNull().default(sql`access.clock()`),
    openedBy: uuid("opened_by"),
    savedAt: moment("saved_at").notNull().default(sql`access.clock()`),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.year] })],
);

/** A line of what comes in. `pence` is what was agreed, or the value of help in kind; null is not provided, or not valued. */
export const contributions = portal.table("contributions", {
  id: id(),
  partnershipId: partnershipId(),
  year: year(),
  seatId: uuid("seat_id"),
  /** The post of the contributor's own people, who may edit the line. */
  postId: uuid("post_id"),
  contributor: text("contributor").notNull(),
  sector: text("sector").$type<Sector>().notNull(),
  payer: text("payer"),
  form: text("form").$type<ContributionForm>().notNull(),
  pence: pence("pence"),
  invoicedPence: pence("invoiced_pence"),
  receivedPence: pence("received_pence"),
  childrenShare: childrenShare(),
  purpose: text("purpose").notNull().default(""),
  ringFenced: boolean("ring_fenced").notNull().default(false),
  note: text("note"),
  differenceNote: text("difference_note"),
  /** The payer's amount for several partnerships of which this line is a part. */
  sharedId: uuid("shared_id"),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
  removedAt: moment("removed_at"),
});

/** A line of what the money is spent on: `pence` in the budget, `actualPence` in fact. */
export const spending = portal.table("spending", {
  id: id(),
  partnershipId: partnershipId(),
  year: year(),
  category: text("category").$type<SpendingCategory>().notNull(),
  description: text("description").notNull(),
  pence: pence("pence"),
  actualPence: pence("actual_pence"),
  childrenShare: childrenShare(),
  note: text("note"),
  differenceNote: text("difference_note"),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
  removedAt: moment("removed_at"),
});

/** A change of one line after its budget was signed and published. */
export const fundingVariations = portal.table("funding_variations", {
  id: id(),
  /** Its place in the ledger: which of a freeze and a change came first is asked there. */
  ledgerSeq: bigint("ledger_seq", { mode: "number" }).notNull(),
  partnershipId: partnershipId(),
  year: year(),
  versionId: uuid("version_id").notNull(),
  contributionId: uuid("contribution_id"),
  spendingId: uuid("spending_id"),
  beforePence: pence("before_pence").notNull(),
  afterPence: pence("after_pence").notNull(),
  variedOn: day("varied_on").notNull(),
  reason: text("reason").notNull(),
  /** It counts only once a later version that holds it is signed and published. */
  needsSignature: boolean("needs_signature").notNull(),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** A file of lines as it was read, and what undoes it. */
export const fundingImports = portal.table("funding_imports", {
  id: id(),
  partnershipId: partnershipId(),
  year: year(),
  list: text("list").$type<FundingList>().notNull(),
  fileName: text("file_name").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
  removesMissing: boolean("removes_missing").notNull(),
  rows: jsonb("rows").notNull(),
  uploadedAt: moment("uploaded_at").notNull().default(sql`access.clock()`),
  uploadedBy: uuid("uploaded_by").notNull(),
  appliedAt: moment("applied_at"),
  appliedBy: uuid("applied_by"),
  undo: jsonb("undo"),
  undoneAt: moment("undone_at"),
  undoneBy: uuid("undone_by"),
});

/** One payer's amount for several partnerships, entered once by its host. */
export const sharedContributions = portal.table("shared_contributions", {
  id: id(),
  /** The host. */
  partnershipId: partnershipId(),
  year: year(),
  contributor: text("contributor").notNull(),
  sector: text("sector").$type<Sector>().notNull(),
  payer: text("payer"),
  pence: pence("pence").notNull(),
  method: text("method", { enum: ["flat", "weighted"] }).notNull(),
  childrenShare: childrenShare(),
  purpose: text("purpose").notNull().default(""),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
  withdrawnAt: moment("withdrawn_at"),
});

/** One partnership's part of it, proposed until that partnership accepts. */
export const sharedParts = portal.table(
  "shared_parts",
  {
    sharedId: uuid("shared_id").notNull(),
    hostId: uuid("host_id").notNull(),
    /** Whose part it is. */
    partnershipId: partnershipId(),
    weight: bigint("weight", { mode: "number" }).notNull(),
    pence: pence("pence").notNull(),
    state: text("state", { enum: ["proposed", "accepted", "declined"] }).notNull().default("proposed"),
    reason: text("reason"),
    answeredAt: moment("answered_at"),
    answeredBy: uuid("answered_by"),
  },
  (table) => [primaryKey({ columns: [table.sharedId, table.partnershipId] })],
);
