/** The words of meetings. Imports nothing; client-safe. */

/** Whose meeting it is. */
export const meetingKinds = ["leads", "delegates", "sub-group"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingKindLabels: Record<MeetingKind, string> = {
  leads: "Lead safeguarding partners",
  delegates: "Delegated safeguarding partners",
  "sub-group": "A sub-group",
};

/** Several of one kind, as a filter and a quorum rule name them. */
export const meetingKindPlurals: Record<MeetingKind, string> = {
  leads: "Meetings of the lead safeguarding partners",
  delegates: "Meetings of the delegated safeguarding partners",
  "sub-group": "Meetings of sub-groups",
};

/** Planned, then held, then held with its minutes approved; or cancelled. */
export const meetingStates = ["planned", "held", "approved", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingStateLabels: Record<MeetingState, string> = { planned: "Planned", held: "Held", approved: "Minutes approved", cancelled: "Cancelled" };

export type ShareState = "proposed" | "accepted" | "declined";

export const shareStateLabels: Record<ShareState, string> = { proposed: "Not answered", accepted: "Accepted", declined: "Declined" };

/** What an item is on the agenda for. */
export const itemPurposes = ["information", "discussion", "decision"] as const;
export type ItemPurpose = (typeof itemPurposes)[number];

export const itemPurposeLabels: Record<ItemPurpose, string> = { information: "For information", discussion: "For discussion", decision: "For decision" };

/** Whether somebody was there. A deputy is named by post, never by name. */
export const attendanceStatuses = ["present", "deputy", "apologies", "absent"] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const attendanceLabels: Record<AttendanceStatus, string> = { present: "Present", deputy: "A deputy came", apologies: "Sent apologies", absent: "Absent" };

export type SeatKind = "local-authority" | "icb" | "police";

/** The three kinds of statutory partner, as a sentence names them. */
export const seatKindWords: Record<SeatKind, string> = { "local-authority": "the local authority", icb: "the integrated care board", police: "the police" };

/** How many items an agenda has at most. */
export const mostItems = 40;
