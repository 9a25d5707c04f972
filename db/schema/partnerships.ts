import { sql } from "drizzle-orm";
import { boolean, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

const partnerKind = (name: string) => text(name, { enum: ["local-authority", "icb", "police"] });
const role = (name: string) =>
  text(name, { enum: ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"] });

/** A body that can be a statutory partner. Ended bodies keep their row. */
export const organisations = portal.table("organisations", {
  id: id(),
  kind: partnerKind("kind").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  region: text("region"),
  validFrom: day("valid_from"),
  validTo: day("valid_to"),
  successorId: uuid("successor_id"),
  fictional: boolean("fictional").notNull().default(false),
});

/** Which police force covers each local authority area. */
export const areaForces = portal.table("area_forces", {
  localAuthorityId: uuid("local_authority_id").primaryKey(),
  policeId: uuid("police_id").notNull(),
});

export const bankHolidays = portal.table("bank_holidays", {
  day: day("day").primaryKey(),
  name: text("name").notNull(),
});

/** A safeguarding partnership: the statutory partners of one or more local authority areas. */
export const partnerships = portal.table("partnerships", {
  id: id(),
  slug: text("slug").notNull(),
  name: text("name").notNull(),
  onboardedAt: moment("onboarded_at").notNull().default(sql`access.clock()`),
  onboardedBy: uuid("onboarded_by"),
});

export const partnershipAreas = portal.table(
  "partnership_areas",
  {
    partnershipId: partnershipId(),
    organisationId: uuid("organisation_id").notNull(),
    kind: text("kind").notNull().default("local-authority"),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.organisationId, table.validFrom] })],
);

/** The edition of the guidance a partnership works under, from the day it adopted it. */
export const guidanceAdoptions = portal.table(
  "guidance_adoptions",
  {
    partnershipId: partnershipId(),
    editionId: text("edition_id").notNull(),
    adoptedOn: day("adopted_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.editionId] })],
);

/** A seat: one per statutory partner, by the name it goes by. Its lead safeguarding partner signs. */
export const seats = portal.table("seats", {
  id: id(),
  partnershipId: partnershipId(),
  organisationId: uuid("organisation_id").notNull(),
  kind: partnerKind("kind").notNull(),
  name: text("name").notNull(),
  position: integer("position").notNull(),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to"),
  /** The proposals by which it began and ended, with their published reasons; null for a seat that began with the partnership. */
  addedBy: uuid("added_by"),
  addedReason: text("added_reason"),
  endedBy: uuid("ended_by"),
  endedReason: text("ended_reason"),
  /** The seat that followed it. */
  successorId: uuid("successor_id"),
});

/** A post: an office that exists whether or not somebody holds it. */
export const posts = portal.table("posts", {
  id: id(),
  partnershipId: partnershipId(),
  role: role("role").notNull(),
  seatId: uuid("seat_id"),
  seatKind: partnerKind("seat_kind"),
  office: text("office").notNull(),
  /** The agency or setting a representative speaks for, and the level of an education representative. */
  body: text("body"),
  level: text("level", { enum: ["strategic", "operational"] }),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to"),
});

/** An appointment: who holds a post, from the start of startsOn to the start of endsOn. */
export const appointments = portal.table("appointments", {
  id: id(),
  partnershipId: partnershipId(),
  postId: uuid("post_id").notNull(),
  role: role("role").notNull(),
  seatId: uuid("seat_id"),
  seatKind: partnerKind("seat_kind"),
  personId: uuid("person_id").notNull(),
  acting: boolean("acting").notNull().default(false),
  startsOn: day("starts_on").notNull(),
  endsOn: day("ends_on"),
  reason: text("reason"),
  madeAt: moment("made_at").notNull().default(sql`access.clock()`),
  madeBy: uuid("made_by"),
  endedAt: moment("ended_at"),
  endedBy: uuid("ended_by"),
  endReason: text("end_reason"),
  /** The title as this holder has it; the database fills in the post's. */
  office: text("office"),
  /** What several leads agreed to, when it took several. */
  proposalId: uuid("proposal_id"),
});
