import type { LoaderFunctionArgs } from "@remix-run/node";

import { writeCalendar } from "#app/domain/meetings/calendar.ts";
import { meetingTitle } from "#app/domain/meetings/rules.ts";
import { env } from "#app/env.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

import { requireMeeting } from "./require-meeting.server.ts";

/** One meeting for a calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { meeting, now, partnership, here } = await requireMeeting(request, params, "read-meetings");
  const origin = env().ORIGIN;
  const { id, startsAt, endsAt, place, state, revision } = meeting;
  const event = { id, title: `${meetingTitle(meeting)}: ${partnership.name}`, startsAt, endsAt, place, cancelled: state === "cancelled", revision, stampedAt: now, address: `${origin}${here}` };
  return bytes(writeCalendar(partnership.name, [event], new URL(origin).hostname), "text/calendar; charset=utf-8", { filename: `${partnership.slug}-meeting-${startsAt.slice(0, 10)}.ics`, headers: { "Cache-Control": privateCache } });
}
