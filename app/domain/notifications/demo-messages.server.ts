import { sql } from "drizzle-orm";

import { as } from "#db/client.server.ts";

import type { Letter } from "./letter.ts";
import { type MessageFacts, outgoing } from "./outgoing.server.ts";
import type { MessageStatus } from "./vocabulary.ts";

/** An outgoing message as a visitor of the demonstration may read it, in the place of a mailbox. */
export interface DemoMessage {
  id: string;
  to: { name: string; email: string | null };
  subject: string;
  letter: Letter;
  status: MessageStatus;
  writtenAt: string;
}

const most = 50;

/** The newest outgoing messages, newest first; none outside a demonstration. @param origin before every path */
export async function listDemoMessages(origin: string): Promise<DemoMessage[]> {
  const rows = await as({ kind: "sign-in" }, (tx) =>
    tx.db.execute<{ facts: MessageFacts & { items: MessageFacts[] }; name: string; email: string | null }>(sql`select * from access.list_demo_messages(${most})`),
  );
  return rows.map(({ facts, name, email }) => {
    const { wording, letter } = outgoing({ ...facts, name }, origin);
    return { id: facts.id, to: { name, email }, subject: wording.subject, letter, status: facts.status, writtenAt: facts.writtenAt };
  });
}
