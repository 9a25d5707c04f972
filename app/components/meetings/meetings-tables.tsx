import { Table } from "#app/components/govuk/table.tsx";
import type { ListedMeeting } from "#app/domain/meetings/meeting-view.ts";
import { meetingTitle } from "#app/domain/meetings/rules.ts";

import { MeetingStateTag } from "./meeting-state-tag.tsx";
import { meetingsPath } from "./paths.ts";
import { showTimes } from "./times.ts";

interface TableProps {
  slug: string;
  meetings: readonly ListedMeeting[];
}

/** Meetings still to come, the next first. */
export function ComingMeetings({ slug, meetings }: TableProps) {
  return (
    <Table
      caption="Still to come"
      columns={[{ label: "Meeting" }, { label: "When" }, { label: "Where" }, { label: "Agenda" }, { label: "Where it stands" }]}
      rows={meetings.map((meeting) => ({
        key: meeting.id,
        cells: [<Name key="name" slug={slug} meeting={meeting} />, showTimes(meeting), meeting.place, meeting.share === "proposed" ? "After you accept" : agenda(meeting.items), <MeetingStateTag key="state" meeting={meeting} />],
      }))}
    />
  );
}

function agenda(items: number): string {
  if (items === 0) return "None yet";
  return items === 1 ? "1 item" : `${String(items)} items`;
}

/** Meetings that are over, the latest first. */
export function PastMeetings({ slug, meetings }: TableProps) {
  return (
    <Table
      caption="Over"
      columns={[{ label: "Meeting" }, { label: "When" }, { label: "Quorum" }, { label: "Where it stands" }]}
      rows={meetings.map((meeting) => ({ key: meeting.id, cells: [<Name key="name" slug={slug} meeting={meeting} />, showTimes(meeting), quorum(meeting), <MeetingStateTag key="state" meeting={meeting} />] }))}
    />
  );
}

function quorum({ state, quorate, attendanceRevision }: ListedMeeting): string {
  if (state === "cancelled") return "Not held";
  if (quorate !== null) return quorate ? "Yes" : "No quorum";
  return attendanceRevision === 0 ? "Who came is not recorded" : "No rule recorded";
}

function Name({ slug, meeting }: { slug: string; meeting: ListedMeeting }) {
  return (
    <>
      <a className="govuk-link" href={meetingsPath(slug, meeting.id)}>{meetingTitle(meeting)}</a>
      {meeting.share !== null && <span className="muted"><br />Hosted by {meeting.host.name}</span>}
    </>
  );
}
