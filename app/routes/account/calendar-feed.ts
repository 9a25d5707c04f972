import type { LoaderFunctionArgs } from "@remix-run/node";

import { writeCalendar } from "#app/domain/meetings/calendar.ts";
import { readFeed } from "#app/domain/meetings/calendar-feed.server.ts";
import { env } from "#app/env.server.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

/** Somebody's meetings for their calendar program, which has no session: the address is the secret. */
export async function loader({ params }: LoaderFunctionArgs) {
  const meetings = await readFeed(params.token);
  if (!meetings) throw notFound();
  return bytes(writeCalendar("Safeguarding meetings", meetings, new URL(env().ORIGIN).hostname), "text/calendar; charset=utf-8", { headers: { "Cache-Control": privateCache, "X-Robots-Tag": "noindex" } });
}
