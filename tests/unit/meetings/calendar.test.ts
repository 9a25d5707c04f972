import { describe, expect, test } from "vitest";

import { type CalendarMeeting, escapeText, foldLine, writeCalendar } from "#app/domain/meetings/calendar.ts";

const meeting: CalendarMeeting = {
  id: "11111111-1111-4111-8111-111111111111",
  title: "Meeting of the lead safeguarding partners",
  startsAt: "2026-07-01T08:30:00.000Z",
  endsAt: "2026-07-01T10:30:00.000Z",
  place: "Room 2; Council House, Vale",
  cancelled: false,
  revision: 3,
  stampedAt: "2026-06-01T12:00:00.000Z",
  address: "https://portal.example/portal/vale/meetings/11111111-1111-4111-8111-111111111111",
};

/** A calendar as a reader unfolds it. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("a calendar", () => {
  test("has what RFC 5545 asks for, each line ended with CR LF", () => {
    const text = writeCalendar("Vale Partnership", [meeting], "portal.example");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(unfolded(text)).toEqual([
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safeguarding Partnership Portal//Meetings//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Vale Partnership",
      "BEGIN:VEVENT", "UID:11111111-1111-4111-8111-111111111111@portal.example", "DTSTAMP:20260601T120000Z", "SEQUENCE:2", "DTSTART:20260701T083000Z", "DTEND:20260701T103000Z",
      "SUMMARY:Meeting of the lead safeguarding partners", "LOCATION:Room 2\\; Council House\\, Vale",
      `DESCRIPTION:Agenda and papers: ${meeting.address}`, `URL:${meeting.address}`, "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", "",
    ]);
  });

  test("says what is cancelled, and is whole without a meeting", () => {
    expect(unfolded(writeCalendar("Vale", [{ ...meeting, cancelled: true }], "x"))).toEqual(expect.arrayContaining(["SUMMARY:Cancelled: Meeting of the lead safeguarding partners", "STATUS:CANCELLED"]));
    expect(unfolded(writeCalendar("Vale", [], "x"))).toHaveLength(8);
  });

  test.each([
    ["a\\b;c,d", "a\\\\b\\;c\\,d"],
    ["one\r\ntwo\nthree\rfour", "one\\ntwo\\nthree\\nfour"],
    ["plain: “words”", "plain: “words”"],
  ])("escapes %j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test.each([75, 76, 149, 150, 400])("folds a line of %d bytes and cuts no character", (length) => {
    for (const character of ["a", "é", "€", "😀"]) {
      const line = character.repeat(Math.floor(length / new TextEncoder().encode(character).length));
      const folded = foldLine(line);
      for (const part of folded.split("\r\n")) expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75);
      expect(folded.replaceAll("\r\n ", "")).toBe(line);
      expect(folded).not.toContain("\uFFFD");
    }
    expect(foldLine("a".repeat(75))).not.toContain("\r\n");
  });
});
