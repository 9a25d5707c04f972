import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { RegisterSource } from "#app/domain/agencies/registers/vocabulary.ts";
import type { PartialValues } from "#app/domain/agencies/own/change-view.ts";
import type { ChangeStatus } from "#app/domain/agencies/own/vocabulary.ts";
import type { AgencyAudit, AgencySector, AgencyStatus, Inclusion } from "#app/domain/agencies/vocabulary.ts";

import { day, id, moment, partnershipId, portal, revision, sha256 } from "./columns.ts";

/** An edition of the list of categories from which agencies are named: the Schedule to SI 2018/789 as amended up to a day. */
export const agencyCategoryLists = portal.table("agency_category_lists", {
  id: text("id").primaryKey(),
  source: text("source").notNull(),
  note: text("note").notNull(),
  inForceFrom: day("in_force_from").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
});

/** A category of such a list. */
export const agencyCategories = portal.table(
  "agency_categories",
  {
    listId: text("list_id").notNull(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    part: text("part").notNull(),
    sector: text("sector").$type<AgencySector>().notNull(),
    title: text("title").notNull(),
    paragraph: integer("paragraph"),
    confidence: text("confidence", { enum: ["verified", "to-verify"] }).notNull(),
    inSchedule: boolean("in_schedule").notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.id] })],
);

/** A body, once, however many partnerships it works with. The partnership that recorded it first keeps its name and numbers. */
export const agencies = portal.table("agencies", {
  id: id(),
  keptBy: uuid("kept_by").notNull(),
  legalName: text("legal_name").notNull(),
  urn: integer("urn"),
  charityNumber: text("charity_number"),
  organisationCode: text("organisation_code"),
  /** The academy trust, federation or body that it belongs to. */
  parent: text("parent"),
  parentCode: text("parent_code"),
  phase: text("phase"),
  establishment: text("establishment"),
  closedOn: day("closed_on"),
  /** Its name, parent and numbers in small letters: what the register is searched by. */
  searchText: text("search_text").notNull().generatedAlwaysAs(sql`lower(legal_name || ' ' || coalesce(parent, '') || ' ' || coalesce(urn::text, '') || ' ' || coalesce(charity_number, '') || ' ' || coalesce(organisation_code, ''))`),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
});

/** An agency in one partnership: why it was chosen, how it works with the others, and how far it is. */
export const agencyMemberships = portal.table("agency_memberships", {
  id: id(),
  partnershipId: partnershipId(),
  agencyId: uuid("agency_id").notNull(),
  categoryList: text("category_list").notNull(),
  category: text("category").notNull(),
  inclusion: text("inclusion").$type<Inclusion>().notNull(),
  reason: text("reason"),
  howWeWork: text("how_we_work"),
  /** The council areas in which it works, by their official codes; none is all of the partnership's. */
  areas: text("areas").array().notNull().default([]),
  audits: text("audits").array().$type<AgencyAudit[]>().notNull().default([]),
  status: text("status").$type<AgencyStatus>().notNull().default("proposed"),
  namedOn: day("named_on"),
  withdrawnOn: day("withdrawn_on"),
  withdrawnReason: text("withdrawn_reason"),
  toldOn: day("told_on"),
  acknowledgedOn: day("acknowledged_on"),
  /** The post by which the agency acknowledged in the portal; null where it did so otherwise. */
  acknowledgedPostId: uuid("acknowledged_post_id"),
  representativePostId: uuid("representative_post_id"),
  deputyPostId: uuid("deputy_post_id"),
  /** Where the body's office reads its mail. Never public. */
  contactEmail: text("contact_email"),
  /** How often it was proposed again after it had been withdrawn: a letter is about one naming. */
  naming: integer("naming").notNull().default(0),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
});

/** A file of a register: what was read of it, what taking it in did, and the way back. */
export const registerImports = portal.table("register_imports", {
  id: id(),
  partnershipId: partnershipId(),
  source: text("source").$type<RegisterSource>().notNull(),
  fileName: text("file_name").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
  /** The day on which the register was copied, where it is known. */
  extractDate: day("extract_date"),
  counts: jsonb("counts").notNull(),
  rows: jsonb("rows").notNull(),
  errors: jsonb("errors").notNull(),
  uploadedAt: moment("uploaded_at").notNull().default(sql`access.clock()`),
  uploadedBy: uuid("uploaded_by").notNull(),
  appliedAt: moment("applied_at"),
  appliedBy: uuid("applied_by"),
  undo: jsonb("undo"),
  undoneAt: moment("undone_at"),
  undoneBy: uuid("undone_by"),
});

/** Everything published of a list up to the nth time, taken down by one person at once; erased by two. */
export const agencyListTakedowns = portal.table("agency_list_takedowns", {
  id: id(),
  partnershipId: partnershipId(),
  upTo: integer("up_to").notNull(),
  reason: text("reason").notNull(),
  takenDownAt: moment("taken_down_at").notNull().default(sql`access.clock()`),
  takenDownBy: uuid("taken_down_by").notNull(),
  erasureProposedAt: moment("erasure_proposed_at"),
  erasureProposedBy: uuid("erasure_proposed_by"),
  erasedAt: moment("erased_at"),
  erasedBy: uuid("erased_by"),
});

/** A partnership's decision that the public does not read an agency's name. The reasons are never published. */
export const agencyWithholdings = portal.table("agency_withholdings", {
  id: id(),
  partnershipId: partnershipId(),
  membershipId: uuid("membership_id").notNull(),
  reason: text("reason").notNull(),
  withheldAt: moment("withheld_at").notNull().default(sql`access.clock()`),
  withheldBy: uuid("withheld_by").notNull(),
  endedAt: moment("ended_at"),
  endedBy: uuid("ended_by"),
  endedReason: text("ended_reason"),
});

/** What an agency's own people propose to change of its record. Both values have the same parts. */
export const agencyChanges = portal.table("agency_changes", {
  id: id(),
  partnershipId: partnershipId(),
  membershipId: uuid("membership_id").notNull(),
  before: jsonb("before").$type<PartialValues>().notNull(),
  after: jsonb("after").$type<PartialValues>().notNull(),
  note: text("note"),
  /** The post by which it was proposed. */
  postId: uuid("post_id").notNull(),
  proposedAt: moment("proposed_at").notNull().default(sql`access.clock()`),
  proposedBy: uuid("proposed_by").notNull(),
  status: text("status").$type<ChangeStatus>().notNull().default("open"),
  decidedAt: moment("decided_at"),
  decidedBy: uuid("decided_by"),
  reason: text("reason"),
});
