import { route } from "@remix-run/route-config";

/** Meetings of a partnership: every address and the file that answers it. Before the documents in the URL map. */
export const meetings = [
  route("portal/:partnership/meetings", "routes/portal/meetings/index.tsx"),
  route("portal/:partnership/meetings/new", "routes/portal/meetings/new.tsx"),
  route("portal/:partnership/meetings/attendance", "routes/portal/meetings/attendance-figures.tsx"),
  route("portal/:partnership/meetings/attendance.csv", "routes/portal/meetings/attendance-csv.ts"),
  route("portal/:partnership/meetings/quorum", "routes/portal/meetings/quorum.tsx"),
  route("portal/:partnership/meetings/quorum/:meetingKind", "routes/portal/meetings/quorum-record.tsx"),
  route("portal/:partnership/meetings/:meeting", "routes/portal/meetings/meeting.tsx"),
  route("portal/:partnership/meetings/:meeting.ics", "routes/portal/meetings/calendar-file.ts"),
  route("portal/:partnership/meetings/:meeting/change", "routes/portal/meetings/change.tsx"),
  route("portal/:partnership/meetings/:meeting/move", "routes/portal/meetings/move.tsx"),
  route("portal/:partnership/meetings/:meeting/cancel", "routes/portal/meetings/cancel.tsx"),
  route("portal/:partnership/meetings/:meeting/attendance", "routes/portal/meetings/attendance.tsx"),
  route("portal/:partnership/meetings/:meeting/agenda/new", "routes/portal/meetings/agenda/new.tsx"),
  route("portal/:partnership/meetings/:meeting/agenda/:agendaItem", "routes/portal/meetings/agenda/item.tsx"),
  route("portal/:partnership/meetings/:meeting/agenda/:agendaItem/remove", "routes/portal/meetings/agenda/remove.tsx"),
  route("portal/:partnership/meetings/:meeting/agenda/:agendaItem/up", "routes/portal/meetings/agenda/up.ts"),
  route("portal/:partnership/meetings/:meeting/agenda/:agendaItem/minutes", "routes/portal/meetings/minutes/minutes.tsx"),
  route("portal/:partnership/meetings/:meeting/agenda/:agendaItem/minutes/keep", "routes/portal/meetings/minutes/keep.ts"),
  route("portal/:partnership/meetings/:meeting/approve", "routes/portal/meetings/minutes/approve.tsx"),
  route("portal/:partnership/meetings/:meeting/share", "routes/portal/meetings/shares/share.tsx"),
  route("portal/:partnership/meetings/:meeting/shares/:sharer/take-back", "routes/portal/meetings/shares/take-back.tsx"),
  route("portal/:partnership/meetings/:meeting/accept", "routes/portal/meetings/shares/accept.tsx"),
  route("portal/:partnership/meetings/:meeting/decline", "routes/portal/meetings/shares/decline.tsx"),
];
