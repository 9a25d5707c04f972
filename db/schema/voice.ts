import { sql } from "drizzle-orm";
import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { Chooser, Setting } from "#app/domain/agencies/voice/vocabulary.ts";

import { day, id, moment, partnershipId, portal, revision } from "./columns.ts";

/** How somebody who represents others was chosen, and for whom they speak. The last revision of an appointment applies. */
export const representations = portal.table(
  "representations",
  {
    appointmentId: uuid("appointment_id").notNull(),
    partnershipId: partnershipId(),
    revision: integer("revision").notNull(),
    chosenBy: text("chosen_by").$type<Chooser>().notNull(),
    chosenOn: day("chosen_on").notNull(),
    how: text("how").notNull(),
    speaksFor: text("speaks_for").array().$type<Setting[]>().notNull(),
    /** The day from which they speak for nobody any more unless they are chosen again. */
    until: day("until"),
    recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
    recordedBy: uuid("recorded_by"),
  },
  (table) => [primaryKey({ columns: [table.appointmentId, table.revision] })],
);

/** An agency of the register that speaks for others. */
export const representativeBodies = portal.table("representative_bodies", {
  membershipId: uuid("membership_id").primaryKey(),
  partnershipId: partnershipId(),
  role: text("role").notNull(),
  /** Members that the register does not name, by a count somebody else made. */
  outsideCount: integer("outside_count"),
  outsideSource: text("outside_source"),
  outsideOn: day("outside_on"),
  since: day("since").notNull(),
  until: day("until"),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
});

/** For which agency of the register such a body speaks; both by their memberships of the partnership. */
export const bodyMembers = portal.table("body_members", {
  id: id(),
  partnershipId: partnershipId(),
  bodyId: uuid("body_id").notNull(),
  memberId: uuid("member_id").notNull(),
  startsOn: day("starts_on").notNull(),
  endsOn: day("ends_on"),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by"),
  endedAt: moment("ended_at"),
  endedBy: uuid("ended_by"),
});
