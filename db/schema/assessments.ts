import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { Rating } from "#app/domain/agencies/assessments/question-set.ts";
import type { ChallengeStatus, Drawn, RemarkKind, ReturnStatus } from "#app/domain/agencies/assessments/vocabulary.ts";
import type { AgencyAudit } from "#app/domain/agencies/vocabulary.ts";

import { day, id, moment, partnershipId, portal, revision, sha256 } from "./columns.ts";

const when = (name: string) => moment(name).notNull().default(sql`access.clock()`);
const returnId = () => uuid("return_id").notNull();
const membershipId = () => uuid("membership_id").notNull();
const setId = () => text("set_id").notNull();
const standardId = () => text("standard_id").notNull();

/** An edition of a question set. Once a round has used it, it stays as it is. */
export const assessmentSets = portal.table("assessment_sets", {
  id: text("id").primaryKey(),
  series: text("series").notNull(),
  title: text("title").notNull(),
  shortTitle: text("short_title").notNull(),
  basis: text("basis").notNull(),
  source: text("source").notNull(),
  note: text("note").notNull(),
  wordingChecked: boolean("wording_checked").notNull(),
  audits: text("audits").array().$type<AgencyAudit[]>().notNull().default([]),
  ratings: jsonb("ratings").$type<Rating[]>().notNull(),
  inForceFrom: day("in_force_from").notNull(),
  fileSha256: sha256("file_sha256").notNull(),
});

/** One thing that is asked of an agency, and what good looks like. */
export const assessmentStandards = portal.table(
  "assessment_standards",
  {
    setId: setId(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    part: text("part").notNull(),
    title: text("title").notNull(),
    question: text("question").notNull(),
    goodLooksLike: text("good_looks_like").array().notNull(),
    evidence: text("evidence").notNull(),
    basis: text("basis").notNull(),
    confidence: text("confidence", { enum: ["verified", "to-verify"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.setId, table.id] })],
);

/** One set, put to agencies for a period, by a day. */
export const assessmentRounds = portal.table("assessment_rounds", {
  id: id(),
  partnershipId: partnershipId(),
  setId: setId(),
  title: text("title").notNull(),
  periodFrom: day("period_from").notNull(),
  periodTo: day("period_to").notNull(),
  dueOn: day("due_on").notNull(),
  issuedAt: when("issued_at"),
  issuedBy: uuid("issued_by"),
  issuedOffice: text("issued_office").notNull(),
});

/** What one agency is asked to return in a round. `firstDueOn` never changes. */
export const assessmentReturns = portal.table("assessment_returns", {
  id: id(),
  partnershipId: partnershipId(),
  roundId: uuid("round_id").notNull(),
  setId: setId(),
  membershipId: membershipId(),
  firstDueOn: day("first_due_on").notNull(),
  dueOn: day("due_on").notNull(),
  issuedAt: when("issued_at"),
  issuedBy: uuid("issued_by"),
  addedLater: boolean("added_later").notNull().default(false),
  status: text("status").$type<ReturnStatus>().notNull().default("issued"),
  begunAt: moment("begun_at"),
  submittedAt: moment("submitted_at"),
  submittedBy: uuid("submitted_by"),
  submittedOffice: text("submitted_office"),
  /** Entered by the partnership for an agency without an account. */
  onBehalf: boolean("on_behalf").notNull().default(false),
  declaration: text("declaration"),
  answersSha256: sha256("answers_sha256"),
  remindedOn: day("reminded_on"),
  revision: revision(),
});

/** A move of the day on which a return is due. */
export const assessmentExtensions = portal.table(
  "assessment_extensions",
  {
    returnId: returnId(),
    partnershipId: partnershipId(),
    membershipId: membershipId(),
    number: integer("number").notNull(),
    dueBefore: day("due_before").notNull(),
    dueAfter: day("due_after").notNull(),
    reason: text("reason").notNull(),
    movedAt: when("moved_at"),
    movedBy: uuid("moved_by"),
    office: text("office").notNull(),
  },
  (table) => [primaryKey({ columns: [table.returnId, table.number] })],
);

/** What an agency says of one standard. Saved as it goes; closed once the return is submitted. */
export const assessmentAnswers = portal.table(
  "assessment_answers",
  {
    returnId: returnId(),
    partnershipId: partnershipId(),
    membershipId: membershipId(),
    setId: setId(),
    standardId: standardId(),
    evidence: text("evidence"),
    rating: text("rating"),
    action: text("action"),
    /** A post or an office, never a name. */
    actionOwner: text("action_owner"),
    actionDueOn: day("action_due_on"),
    revision: revision(),
    savedAt: when("saved_at"),
    savedBy: uuid("saved_by"),
    savedOffice: text("saved_office").notNull(),
    onBehalf: boolean("on_behalf").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.returnId, table.standardId] })],
);

/** A return that somebody looks at closely. */
export const assessmentSamples = portal.table("assessment_samples", {
  returnId: returnId().primaryKey(),
  partnershipId: partnershipId(),
  membershipId: membershipId(),
  drawn: text("drawn").$type<Drawn>().notNull(),
  /** With it anybody can draw the same again. */
  seed: text("seed"),
  drawnFrom: integer("drawn_from"),
  sampledAt: when("sampled_at"),
  sampledBy: uuid("sampled_by"),
  office: text("office").notNull(),
});

/** A question about what an agency said of one standard, until whoever asks accepts the answer. */
export const assessmentChallenges = portal.table("assessment_challenges", {
  id: id(),
  partnershipId: partnershipId(),
  returnId: returnId(),
  membershipId: membershipId(),
  setId: setId(),
  standardId: standardId(),
  status: text("status").$type<ChallengeStatus>().notNull().default("asked"),
  askedAt: when("asked_at"),
  askedBy: uuid("asked_by").notNull(),
  revision: revision(),
});

/** A question, an answer or the acceptance, in order. */
export const assessmentRemarks = portal.table(
  "assessment_remarks",
  {
    challengeId: uuid("challenge_id").notNull(),
    partnershipId: partnershipId(),
    membershipId: membershipId(),
    number: integer("number").notNull(),
    kind: text("kind").$type<RemarkKind>().notNull(),
    text: text("text").notNull(),
    saidAt: when("said_at"),
    saidBy: uuid("said_by"),
    office: text("office").notNull(),
    onBehalf: boolean("on_behalf").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.challengeId, table.number] })],
);

/** How the challenger rates a standard in the end, beside the agency's own rating. */
export const assessmentModerations = portal.table("assessment_moderations", {
  challengeId: uuid("challenge_id").primaryKey(),
  partnershipId: partnershipId(),
  membershipId: membershipId(),
  returnId: returnId(),
  standardId: standardId(),
  rating: text("rating").notNull(),
  moderatedAt: when("moderated_at"),
  moderatedBy: uuid("moderated_by"),
  office: text("office").notNull(),
});
