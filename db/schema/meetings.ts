import { sql } from "drizzle-orm";
import { boolean, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { AttendanceStatus, ItemPurpose, MeetingKind, MeetingState, SeatKind, ShareState } from "#app/domain/meetings/vocabulary.ts";

import { day, id, moment, partnershipId, portal, revision, sha256 } from "./columns.ts";

/** A meeting of the leads, of the delegates or of a sub-group. `partnershipId` is its host. */
export const meetings = portal.table("meetings", {
  id: id(),
  partnershipId: partnershipId(),
  kind: text("kind").$type<MeetingKind>().notNull(),
  groupName: text("group_name"),
  startsAt: moment("starts_at").notNull(),
  endsAt: moment("ends_at").notNull(),
  /** When it was to be at first. */
  firstStartsAt: moment("first_starts_at").notNull(),
  place: text("place").notNull(),
  state: text("state").$type<MeetingState>().notNull().default("planned"),
  cancelledReason: text("cancelled_reason"),
  cancelledAt: moment("cancelled_at"),
  cancelledBy: uuid("cancelled_by"),
  /** The later meeting of the same kind at which its minutes were approved. */
  approvedIn: uuid("approved_in"),
  approvedAt: moment("approved_at"),
  approvedBy: uuid("approved_by"),
  revision: revision(),
  /** How often the list of who came was saved; 0 before it was. */
  attendanceRevision: integer("attendance_revision").notNull().default(0),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** A time that a meeting was moved from, with why; never changed. */
export const meetingMoves = portal.table("meeting_moves", {
  id: id(),
  meetingId: uuid("meeting_id").notNull(),
  partnershipId: partnershipId(),
  fromStartsAt: moment("from_starts_at").notNull(),
  toStartsAt: moment("to_starts_at").notNull(),
  reason: text("reason").notNull(),
  office: text("office").notNull(),
  movedAt: moment("moved_at").notNull().default(sql`access.clock()`),
  movedBy: uuid("moved_by").notNull(),
});

/** Another partnership of which it is a meeting, too, once it has accepted. */
export const meetingShares = portal.table(
  "meeting_shares",
  {
    meetingId: uuid("meeting_id").notNull(),
    hostId: uuid("host_id").notNull(),
    partnershipId: partnershipId(),
    state: text("state").$type<ShareState>().notNull().default("proposed"),
    reason: text("reason"),
    proposedAt: moment("proposed_at").notNull().default(sql`access.clock()`),
    proposedBy: uuid("proposed_by").notNull(),
    answeredAt: moment("answered_at"),
    answeredBy: uuid("answered_by"),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.partnershipId] })],
);

/** An item of an agenda, with its papers as Markdown. */
export const meetingItems = portal.table("meeting_items", {
  id: id(),
  meetingId: uuid("meeting_id").notNull(),
  partnershipId: partnershipId(),
  position: integer("position").notNull(),
  title: text("title").notNull(),
  purpose: text("purpose").$type<ItemPurpose>().notNull(),
  papers: text("papers").notNull().default(""),
  revision: revision(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
  removedAt: moment("removed_at"),
  removedBy: uuid("removed_by"),
});

/** Whether a seat, an agency or a representative of education was at a meeting. */
export const meetingAttendance = portal.table("meeting_attendance", {
  id: id(),
  meetingId: uuid("meeting_id").notNull(),
  partnershipId: partnershipId(),
  /** The host, or a partnership that shares the meeting. */
  ofPartnershipId: uuid("of_partnership_id").notNull(),
  seatId: uuid("seat_id"),
  membershipId: uuid("membership_id"),
  postId: uuid("post_id"),
  seatKind: text("seat_kind").$type<SeatKind>(),
  /** Its name at that time. */
  body: text("body").notNull(),
  status: text("status").$type<AttendanceStatus>().notNull(),
  deputyPost: text("deputy_post"),
  position: integer("position").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** A partnership's own rule for one kind of meeting, from a day until its next one; never changed. */
export const quorumRules = portal.table("quorum_rules", {
  id: id(),
  partnershipId: partnershipId(),
  kind: text("kind").$type<MeetingKind>().notNull(),
  revision: integer("revision").notNull(),
  startsOn: day("starts_on").notNull(),
  eachKind: boolean("each_kind").notNull(),
  seatsLeast: integer("seats_least").notNull(),
  allLeast: integer("all_least").notNull(),
  education: boolean("education").notNull(),
  deputiesCount: boolean("deputies_count").notNull(),
  office: text("office").notNull(),
  recordedAt: moment("recorded_at").notNull().default(sql`access.clock()`),
  recordedBy: uuid("recorded_by").notNull(),
});

/** One text of the minutes of an item; never changed. Its number, and whether it stands, are written by the database. */
export const meetingMinutes = portal.table("meeting_minutes", {
  id: id(),
  itemId: uuid("item_id").notNull(),
  meetingId: uuid("meeting_id").notNull(),
  partnershipId: partnershipId(),
  number: integer("number").notNull(),
  beganFrom: integer("began_from").notNull(),
  seen: integer("seen").notNull(),
  stands: boolean("stands").notNull(),
  body: text("body").notNull(),
  office: text("office").notNull(),
  savedAt: moment("saved_at").notNull().default(sql`access.clock()`),
  savedBy: uuid("saved_by").notNull(),
});

/** A person's calendar of meetings, at a secret address of which the hash is kept. */
export const calendarFeeds = portal.table("calendar_feeds", {
  personId: uuid("person_id").primaryKey(),
  key: uuid("key").notNull(),
  tokenSha256: sha256("token_sha256").notNull(),
  madeAt: moment("made_at").notNull().default(sql`access.clock()`),
});
