import { sql } from "drizzle-orm";
import { integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

/** A lead's delegation to a delegated safeguarding partner, with its scope. It ends with either appointment at the latest. */
export const delegations = portal.table("delegations", {
  id: id(),
  partnershipId: partnershipId(),
  fromAppointmentId: uuid("from_appointment_id").notNull(),
  toAppointmentId: uuid("to_appointment_id").notNull(),
  scope: text("scope").notNull(),
  startsOn: day("starts_on").notNull(),
  endsOn: day("ends_on"),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
});

/** The terms of an appointment. The last revision applies. */
export const appointmentTerms = portal.table(
  "appointment_terms",
  {
    appointmentId: uuid("appointment_id").notNull(),
    partnershipId: partnershipId(),
    revision: integer("revision").notNull(),
    /** Of a chair. */
    reviewOn: day("review_on"),
    /** Why the chair is not one of the delegated partners; published. Null when they are. */
    independentReason: text("independent_reason"),
    /** Of a scrutineer. */
    appointingBody: text("appointing_body"),
    termEndsOn: day("term_ends_on"),
    contractEndsOn: day("contract_ends_on"),
    interests: text("interests"),
    recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
    recordedBy: uuid("recorded_by"),
  },
  (table) => [primaryKey({ columns: [table.appointmentId, table.revision] })],
);

/** Something that several bodies agree to before it is done. */
export const proposals = portal.table("proposals", {
  id: id(),
  partnershipId: partnershipId(),
  kind: text("kind", { enum: ["appoint-lead", "appoint-chair", "appoint-scrutineer", "add-partner", "end-partner", "succeed-partner"] }).notNull(),
  rule: text("rule", { enum: ["every-lead", "own-body-and-another", "two-bodies"] }).notNull(),
  postId: uuid("post_id"),
  seatId: uuid("seat_id"),
  requiredSeats: uuid("required_seats").array().notNull(),
  data: jsonb("data").notNull(),
  reason: text("reason").notNull(),
  proposedAt: moment("proposed_at").notNull().default(sql`access.clock()`),
  proposedBy: uuid("proposed_by").notNull(),
  status: text("status", { enum: ["open", "carried-out", "declined", "withdrawn", "lapsed"] }).notNull().default("open"),
  closedAt: moment("closed_at"),
  closedBy: uuid("closed_by"),
  closedReason: text("closed_reason"),
});

/** One seat's agreement to a proposal. */
export const proposalAgreements = portal.table(
  "proposal_agreements",
  {
    proposalId: uuid("proposal_id").notNull(),
    partnershipId: partnershipId(),
    seatId: uuid("seat_id").notNull(),
    personId: uuid("person_id").notNull(),
    appointmentId: uuid("appointment_id").notNull(),
    agreedAt: moment("agreed_at").notNull().default(sql`access.clock()`),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.seatId] })],
);
