/** Meetings as iCalendar (RFC 5545): a few lines of text, so that no library is needed for them. */

/** A meeting as a calendar knows it. Moments are ISO strings. */
export interface CalendarMeeting {
  id: string;
  title: string;
  startsAt: string;
  endsAt: string;
  place: string;
  cancelled: boolean;
  /** Grows with every change, so that a calendar takes the newest. */
  revision: number;
  /** When it was written down. */
  stampedAt: string;
  /** Its page in the portal, in full. */
  address: string;
}

/** Lines are at most so many bytes; a longer one goes on after a line end and a space. */
const mostBytes = 75;

/** A whole calendar. `name` is what a reader's calendar calls it. @param host names whose identifiers they are */
export function writeCalendar(name: string, meetings: readonly CalendarMeeting[], host: string): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safeguarding Partnership Portal//Meetings//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `X-WR-CALNAME:${escapeText(name)}`, ...meetings.flatMap((meeting) => writeEvent(meeting, host)), "END:VCALENDAR"];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function writeEvent({ id, title, startsAt, endsAt, place, cancelled, revision, stampedAt, address }: CalendarMeeting, host: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${id}@${host}`,
    `DTSTAMP:${utc(stampedAt)}`,
    `SEQUENCE:${String(revision - 1)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escapeText(cancelled ? `Cancelled: ${title}` : title)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(`Agenda and papers: ${address}`)}`,
    `URL:${address}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** "20260930T083000Z" */
function utc(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Backslashes, semicolons, commas and line ends as a text value has them. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (found) => `\\${found}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** A line folded so that none is longer than 75 bytes and no character is cut. */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > mostBytes) {
      folded.push(part);
      part = " ";
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...folded, part].join("\r\n");
}
