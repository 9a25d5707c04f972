import type { AttendanceStatus, ItemPurpose, MeetingKind, MeetingState, SeatKind, ShareState } from "./vocabulary.ts";

/** A meeting as the portal's pages show it. Client-safe; moments are ISO strings. */
export interface MeetingView {
  id: string;
  host: { id: string; name: string };
  kind: MeetingKind;
  groupName: string | null;
  startsAt: string;
  endsAt: string;
  firstStartsAt: string;
  place: string;
  state: MeetingState;
  cancelledReason: string | null;
  approvedIn: string | null;
  revision: number;
  attendanceRevision: number;
  /** The share of the partnership that reads it; null for its host. */
  share: ShareState | null;
}

/** A meeting in a list. */
export interface ListedMeeting extends MeetingView {
  items: number;
  /** Whether there was a quorum for the partnership that reads it; null without a rule, or before it is recorded who came. */
  quorate: boolean | null;
}

export interface MoveView {
  id: string;
  from: string;
  to: string;
  reason: string;
  office: string;
  movedAt: string;
}

export interface ItemView {
  id: string;
  title: string;
  purpose: ItemPurpose;
  /** Markdown as typed, and as safe HTML; both empty without papers. */
  papers: string;
  papersHtml: string;
  revision: number;
  minutes: ItemMinutes;
}

/** One text of the minutes of an item. */
export interface MinutesText {
  /** The nth of the item. */
  number: number;
  body: string;
  office: string;
  savedAt: string;
  /** Whether the person who reads it wrote it. */
  mine: boolean;
}

/** The minutes of an item: the text that stands, and what is kept beside it until somebody has dealt with it. */
export interface ItemMinutes {
  standing: MinutesText | null;
  /** The standing text as safe HTML. */
  html: string;
  beside: MinutesText[];
  /** How many texts were saved. */
  texts: number;
}

/** A meeting that may have approved, or approved, the minutes of another. */
export interface ApprovingMeeting {
  id: string;
  startsAt: string;
}

export interface ShareView {
  partnershipId: string;
  name: string;
  state: ShareState;
  reason: string | null;
}

/** Somebody who may be, or was, at a meeting. Exactly one of the three ids is set. */
export interface Party {
  ofPartnershipId: string;
  seatId: string | null;
  membershipId: string | null;
  postId: string | null;
  seatKind: SeatKind | null;
  /** The body whose seat it is, the agency, or whom a representative of education speaks for. */
  body: string;
}

/** The same with what was recorded. */
export interface AttendanceView extends Party {
  status: AttendanceStatus;
  deputyPost: string | null;
}

/** A partnership's rule for one kind of meeting. */
export interface QuorumRule {
  kind: MeetingKind;
  revision: number;
  startsOn: string;
  /** At least one of each of the three kinds of statutory partner. */
  eachKind: boolean;
  /** At least so many of the statutory partners’ seats; so many in all. 0 asks for none. */
  seatsLeast: number;
  allLeast: number;
  /** A representative of education must be there. */
  education: boolean;
  deputiesCount: boolean;
}

/** Whether one partnership had a quorum. `rule` is null when none was in force. */
export interface QuorumView {
  partnershipId: string;
  partnership: string;
  rule: QuorumRule | null;
  quorate: boolean | null;
  /** What was missing, each as part of a sentence. */
  missing: string[];
}

/** Everything of one meeting. */
export interface WholeMeeting {
  meeting: MeetingView;
  moves: MoveView[];
  items: ItemView[];
  shares: ShareView[];
  attendance: AttendanceView[];
  quorum: QuorumView[];
  /** The meeting at which its minutes were approved. */
  approving: ApprovingMeeting | null;
}

/** One line of the list of who came, with what was recorded. */
export interface SheetLine {
  id: string;
  body: string;
  /** "Head of school", of a representative of education. */
  office: string | null;
  kind: "seat" | "education" | "agency";
  partnership: string;
  status: AttendanceStatus | null;
  deputyPost: string | null;
}

export interface Sheet {
  lines: SheetLine[];
  /** The agencies of the host's register, which can be added. */
  agencies: { id: string; name: string }[];
}
