import { createHmac, hkdfSync, randomUUID } from "node:crypto";

import { eq, sql } from "drizzle-orm";

import { isToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import { env } from "#app/env.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { calendarFeeds } from "#db/schema/index.ts";

import type { CalendarMeeting } from "./calendar.ts";
import { meetingTitle } from "./rules.ts";
import type { MeetingKind } from "./vocabulary.ts";

/** The secret part of an address: made from the feed's key, so that the page can show it again and the database never holds it. */
function tokenOf(key: string, secret = env().APP_SECRET): string {
  const derived = Buffer.from(hkdfSync("sha256", secret, "", "safeguarding-calendar/v1", 32));
  return createHmac("sha256", derived).update(key).digest("base64url");
}

/** Where the signed-in person's calendar is, under the site; null when they have none. */
export async function findFeed(actor: SessionActor): Promise<{ path: string; madeAt: string } | null> {
  return as(actor, async (tx) => {
    const [feed] = await tx.db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, tx.me.personId));
    return feed ? { path: `/calendar/${tokenOf(feed.key)}.ics`, madeAt: feed.madeAt.toISOString() } : null;
  });
}

/** Makes the address, or another in its place; the old one then is nowhere. It concerns nobody else, so no ledger records it. */
export async function renewFeed(actor: SessionActor, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "renew-calendar-feed", submission, async (tx) => {
    const key = randomUUID();
    const feed = { key, tokenSha256: sha256Hex(tokenOf(key)), madeAt: tx.now };
    await tx.db.insert(calendarFeeds).values({ personId: tx.me.personId, ...feed }).onConflictDoUpdate({ target: calendarFeeds.personId, set: feed });
    return done(null);
  });
}

/** Takes the address away. */
export async function stopFeed(actor: SessionActor, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "stop-calendar-feed", submission, async (tx) => {
    await tx.db.delete(calendarFeeds).where(eq(calendarFeeds.personId, tx.me.personId));
    return done(null);
  });
}

interface FeedRow extends Omit<CalendarMeeting, "title" | "address"> {
  kind: MeetingKind;
  groupName: string | null;
  slug: string;
  partnership: string;
}

/** The meetings at a secret address; null when there is none, or its account is suspended. The address alone is enough, and nothing else can be read by it. */
export async function readFeed(token: string | undefined): Promise<CalendarMeeting[] | null> {
  if (!isToken(token)) return null;
  const [row] = await as({ kind: "sign-in" }, (tx) => tx.db.execute<{ meetings: FeedRow[] | null }>(sql`select access.read_calendar(${sha256Hex(token)}) as meetings`));
  return row?.meetings?.map(({ kind, groupName, slug, partnership, ...meeting }) => ({ ...meeting, title: `${meetingTitle({ kind, groupName })}: ${partnership}`, address: `${env().ORIGIN}/portal/${slug}/meetings/${meeting.id}` })) ?? null;
}
