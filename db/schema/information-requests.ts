import { sql } from "drizzle-orm";
import { boolean, integer, text, uuid } from "drizzle-orm/pg-core";

import type { EscalationStage, RequestAnswer, RequestBasisId, RequestOutcome, StepKind } from "#app/domain/agencies/requests/vocabulary.ts";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

/** A request for information. What it asks never changes; where it stands is written by its steps, in the database. */
export const informationRequests = portal.table("information_requests", {
  id: id(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  /** The statutory partner that asks; null is all of them together. */
  seatId: uuid("seat_id"),
  /** The agency of the register that is asked; null for any other body. */
  membershipId: uuid("membership_id"),
  recipient: text("recipient").notNull(),
  purpose: text("purpose").notNull(),
  askedFor: text("asked_for").notNull(),
  basis: text("basis").$type<RequestBasisId>().notNull(),
  basisWords: text("basis_words"),
  askedOn: day("asked_on").notNull(),
  firstDueOn: day("first_due_on").notNull(),
  dueOn: day("due_on").notNull(),
  answer: text("answer").$type<RequestAnswer>(),
  answeredOn: day("answered_on"),
  stage: text("stage").$type<EscalationStage>(),
  decidedOn: day("decided_on"),
  closedOn: day("closed_on"),
  outcome: text("outcome").$type<RequestOutcome>(),
  steps: integer("steps").notNull().default(0),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** What happened to a request, one thing after another; never changed. */
export const informationRequestSteps = portal.table("information_request_steps", {
  id: id(),
  requestId: uuid("request_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  kind: text("kind").$type<StepKind>().notNull(),
  onDay: day("on_day").notNull(),
  dueOn: day("due_on"),
  answer: text("answer").$type<RequestAnswer>(),
  stage: text("stage").$type<EscalationStage>(),
  outcome: text("outcome").$type<RequestOutcome>(),
  words: text("words"),
  advice: text("advice"),
  minorityView: text("minority_view"),
  office: text("office").notNull(),
  byRecipient: boolean("by_recipient").notNull().default(false),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});
