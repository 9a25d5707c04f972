import { sql } from "drizzle-orm";
import { integer, text, uuid } from "drizzle-orm/pg-core";

import type { EscalationKind, EscalationOutcome, EscalationStage, EscalationStepKind } from "#app/domain/escalations/vocabulary.ts";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

const recorded = () => ({
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** How many days a stage has, from a day on. The last of a day applies. */
export const escalationClocks = portal.table("escalation_clocks", {
  id: id(),
  partnershipId: partnershipId(),
  stage: text("stage").$type<EscalationStage>().notNull(),
  number: integer("number").notNull(),
  days: integer("days").notNull(),
  startsOn: day("starts_on").notNull(),
  ...recorded(),
});

/** A disagreement between partners, or an issue that needs somebody above. Where it stands is written by its steps, in the database. */
export const escalations = portal.table("escalations", {
  id: id(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  kind: text("kind").$type<EscalationKind>().notNull(),
  subject: text("subject").notNull(),
  issue: text("issue").notNull(),
  sought: text("sought").notNull(),
  parties: text("parties").array().notNull(),
  raisedOn: day("raised_on").notNull(),
  stage: text("stage").$type<EscalationStage>().notNull().default("raised"),
  stageSince: day("stage_since").notNull(),
  decidedOn: day("decided_on"),
  closedOn: day("closed_on"),
  outcome: text("outcome").$type<EscalationOutcome>(),
  steps: integer("steps").notNull().default(0),
  ...recorded(),
});

/** What happened to an escalation, one thing after another; never changed. */
export const escalationSteps = portal.table("escalation_steps", {
  id: id(),
  escalationId: uuid("escalation_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  kind: text("kind").$type<EscalationStepKind>().notNull(),
  stage: text("stage").$type<EscalationStage>().notNull(),
  onDay: day("on_day").notNull(),
  words: text("words").notNull(),
  tookPart: text("took_part"),
  advice: text("advice"),
  minorityView: text("minority_view"),
  ...recorded(),
});
