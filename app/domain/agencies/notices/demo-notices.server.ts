import { sql } from "drizzle-orm";

import type { DemoMessage } from "#app/domain/notifications/demo-messages.server.ts";
import { as } from "#db/client.server.ts";

import { type NoticeFacts, wordNotice } from "./send-notice.server.ts";

const most = 50;

/** The newest letters to agencies, newest first, beside the messages to people; none outside a demonstration. */
export async function listDemoNotices(origin: string): Promise<DemoMessage[]> {
  const rows = await as({ kind: "sign-in" }, (tx) => tx.db.execute<{ facts: NoticeFacts }>(sql`select facts from access.list_demo_notices(${most}) as facts`));
  return rows.map(({ facts }) => ({ id: facts.id, to: { name: facts.content.legalName, email: facts.email }, status: facts.status, writtenAt: facts.writtenAt, ...wordNotice(facts, origin) }));
}
