import { sql } from "drizzle-orm";
import { bigint, boolean, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { DecisionMatterId, DecisionStatus, PrivateKind, ReplacementKind, TakenBy } from "#app/domain/decisions/vocabulary.ts";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

const recorded = () => ({
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** What the lead of a seat lets its delegate decide, from a day on. The last list of a day applies. */
export const delegatedMatters = portal.table("delegated_matters", {
  id: id(),
  partnershipId: partnershipId(),
  seatId: uuid("seat_id").notNull(),
  number: integer("number").notNull(),
  startsOn: day("starts_on").notNull(),
  matters: text("matters").array().$type<DecisionMatterId[]>().notNull(),
  /** Pence that one decision may commit; null is none. */
  limitPence: bigint("limit_pence", { mode: "number" }),
  ...recorded(),
});

/** A decision of the partnership. What it says never changes; where it stands is written by what follows it, in the database. */
export const decisions = portal.table("decisions", {
  id: id(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  sentence: text("sentence").notNull(),
  matter: text("matter").$type<DecisionMatterId>().notNull(),
  /** Pence that it commits; null is none. */
  amountPence: bigint("amount_pence", { mode: "number" }),
  options: text("options").notNull(),
  dissent: text("dissent"),
  leadsTo: text("leads_to"),
  takenBy: text("taken_by").$type<TakenBy>().notNull(),
  status: text("status").$type<DecisionStatus>().notNull(),
  decidedOn: day("decided_on"),
  isPublic: boolean("is_public").notNull(),
  privateKind: text("private_kind").$type<PrivateKind>(),
  privateReason: text("private_reason"),
  replacesId: uuid("replaces_id"),
  replacesKind: text("replaces_kind").$type<ReplacementKind>(),
  replacesReason: text("replaces_reason"),
  replacedBy: uuid("replaced_by"),
  /** At which it was taken or put to the leads, and the partnership that hosts it; both null without one. */
  meetingId: uuid("meeting_id"),
  meetingHostId: uuid("meeting_host_id"),
  recordedOn: day("recorded_on").notNull().default(sql`access.today()`),
  ...recorded(),
});

/** For which seat a decision is taken: by its delegate under a delegation, or by its lead, who is asked. */
export const decisionTakers = portal.table(
  "decision_takers",
  {
    decisionId: uuid("decision_id").notNull(),
    partnershipId: partnershipId(),
    seatId: uuid("seat_id").notNull(),
    /** The delegate's; null of a lead. */
    appointmentId: uuid("appointment_id"),
    delegationId: uuid("delegation_id"),
    body: text("body").notNull(),
    office: text("office"),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.seatId] })],
);

/** What the lead of a seat answered to a decision that waits for every lead. */
export const decisionAnswers = portal.table(
  "decision_answers",
  {
    decisionId: uuid("decision_id").notNull(),
    partnershipId: partnershipId(),
    seatId: uuid("seat_id").notNull(),
    agreed: boolean("agreed").notNull(),
    words: text("words"),
    appointmentId: uuid("appointment_id").notNull(),
    answeredOn: day("answered_on").notNull().default(sql`access.today()`),
    ...recorded(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.seatId] })],
);

/** A decision that was put to the leads and taken back before they all answered. */
export const decisionWithdrawals = portal.table("decision_withdrawals", {
  decisionId: uuid("decision_id").primaryKey(),
  partnershipId: partnershipId(),
  reason: text("reason").notNull(),
  withdrawnOn: day("withdrawn_on").notNull().default(sql`access.today()`),
  ...recorded(),
});

/** That the lead of a seat noted what the delegates decided, all up to a number. */
export const decisionNotings = portal.table("decision_notings", {
  id: id(),
  partnershipId: partnershipId(),
  seatId: uuid("seat_id").notNull(),
  upTo: integer("up_to").notNull(),
  noted: integer("noted").notNull(),
  appointmentId: uuid("appointment_id").notNull(),
  notedOn: day("noted_on").notNull().default(sql`access.today()`),
  ...recorded(),
});
