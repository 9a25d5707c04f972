import { sql } from "drizzle-orm";
import { integer, text, uuid } from "drizzle-orm/pg-core";

import { day, id, moment, partnershipId, portal } from "./columns.ts";

const judged = () => ({
  likelihood: integer("likelihood").notNull(),
  impact: integer("impact").notNull(),
  mitigation: text("mitigation").notNull(),
  ownerPostId: uuid("owner_post_id").notNull(),
});
const recorded = () => ({
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** A risk to the partnership's work. How it is judged now is written by its reviews, in the database. */
export const risks = portal.table("risks", {
  id: id(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  title: text("title").notNull(),
  description: text("description").notNull(),
  ...judged(),
  reviewOn: day("review_on").notNull(),
  closedOn: day("closed_on"),
  reviews: integer("reviews").notNull().default(0),
  ...recorded(),
});

/** How a risk was judged on a day; never changed. */
export const riskReviews = portal.table("risk_reviews", {
  id: id(),
  riskId: uuid("risk_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  onDay: day("on_day").notNull(),
  ...judged(),
  /** Null of the review that closes it. */
  reviewOn: day("review_on"),
  words: text("words").notNull(),
  ...recorded(),
});
