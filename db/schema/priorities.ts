import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, numeric, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { FrozenMeasure } from "#app/domain/priorities/priority-view.ts";
import type { Direction, Frequency, PointQuestion, PriorityState } from "#app/domain/priorities/vocabulary.ts";

import { day, id, moment, partnershipId, portal, revision } from "./columns.ts";

/** What a partnership set out to improve for children. Its words are fixed once it is agreed; its state and due date are written by statements and moves, in the database. */
export const priorities = portal.table("priorities", {
  id: id(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  title: text("title").notNull(),
  why: text("why").notNull(),
  outcome: text("outcome").notNull(),
  periodFrom: day("period_from").notNull(),
  periodTo: day("period_to").notNull(),
  /** The statutory partner whose delegated partner leads it. */
  leadSeatId: uuid("lead_seat_id").notNull(),
  originalDueOn: day("original_due_on").notNull(),
  dueOn: day("due_on").notNull(),
  agreedOn: day("agreed_on"),
  agreedWhere: text("agreed_where"),
  state: text("state").$type<PriorityState>().notNull().default("not-started"),
  statements: integer("statements").notNull().default(0),
  moves: integer("moves").notNull().default(0),
  revision: revision(),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** A relevant agency of the register that works on a priority. */
export const priorityAgencies = portal.table(
  "priority_agencies",
  { priorityId: uuid("priority_id").notNull(), membershipId: uuid("membership_id").notNull(), partnershipId: partnershipId() },
  (table) => [primaryKey({ columns: [table.priorityId, table.membershipId] })],
);

/** By what it is seen whether a priority makes a difference. */
export const priorityMeasures = portal.table("priority_measures", {
  id: id(),
  priorityId: uuid("priority_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  name: text("name").notNull(),
  definition: text("definition").notNull(),
  unit: text("unit").notNull(),
  direction: text("direction").$type<Direction>().notNull(),
  countsChildren: boolean("counts_children").notNull(),
  runningTotal: boolean("running_total").notNull().default(false),
  /** The measure of the same priority of which this one is a part. */
  partOf: uuid("part_of"),
  baseline: numeric("baseline"),
  baselineOn: day("baseline_on"),
  target: numeric("target"),
  targetOn: day("target_on"),
  source: text("source").notNull(),
  frequency: text("frequency").$type<Frequency>().notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** One figure of a measure: exact, and never overwritten. */
export const measurePoints = portal.table("measure_points", {
  id: id(),
  measureId: uuid("measure_id").notNull(),
  partnershipId: partnershipId(),
  onDay: day("on_day").notNull(),
  value: numeric("value").notNull(),
  source: text("source").notNull(),
  questions: text("questions").array().$type<PointQuestion[]>().notNull().default([]),
  confirmedReason: text("confirmed_reason"),
  supersededAt: moment("superseded_at"),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** What was said of a priority on a day, with its measures as they stood; never changed. */
export const priorityStatements = portal.table("priority_statements", {
  id: id(),
  priorityId: uuid("priority_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  state: text("state").$type<PriorityState>().notNull(),
  words: text("words").notNull(),
  measures: jsonb("measures").$type<FrozenMeasure[]>().notNull(),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** The due date moved, with the reason and who agreed; never changed. */
export const priorityMoves = portal.table("priority_moves", {
  id: id(),
  priorityId: uuid("priority_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  fromDay: day("from_day").notNull(),
  toDay: day("to_day").notNull(),
  reason: text("reason").notNull(),
  agreedBy: text("agreed_by").notNull(),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});
