import { eq, inArray, sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { digestHours, messagePreferences, people } from "#db/schema/index.ts";

import { type Delivery, firstDigestHour, type MessageStatus, type MessageTopic, messageTopics, topicRules } from "./vocabulary.ts";

/** Somebody whom messages do not reach: the last one came back. */
export interface Bounced {
  personId: string;
  name: string;
  /** Moment as an ISO string. */
  since: string;
}

/**
 * Whose messages come back: of one partnership, for those of it who may invite people; of all (null), for an
 * administrator. Empty for anybody else.
 */
export async function listBounced(actor: SessionActor, partnershipId: string | null): Promise<Bounced[]> {
  return as(actor, async (tx) => {
    if (partnershipId === null ? !tx.me.administrator : !can(tx.me, "invite-people", { partnershipId })) return [];
    const rows = await tx.db.execute<{ personId: string; since: string }>(
      sql`select person_id as "personId", to_char(bounced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since from portal.list_bounced(${partnershipId}::uuid)`,
    );
    if (rows.length === 0) return [];
    const known = await tx.db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, rows.map((row) => row.personId)));
    const names = new Map(known.map((person) => [person.id, person.name]));
    return rows.map((row) => ({ ...row, name: names.get(row.personId) ?? "Somebody" })).sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** How many messages stand in a state that is not the end, and since when; for an administrator, otherwise empty. */
export async function readOutboxState(actor: SessionActor): Promise<{ status: MessageStatus; messages: number; oldest: string }[]> {
  return as(actor, async (tx) => {
    const rows = await tx.db.execute<{ status: MessageStatus; messages: string; oldest: string }>(
      sql`select status, messages, to_char(oldest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as oldest from portal.outbox_state()`,
    );
    return rows.map((row) => ({ ...row, messages: Number(row.messages) }));
  });
}

export interface MessageChoices {
  deliveries: Record<MessageTopic, Delivery>;
  /** The hour in London from which the daily e-mail goes out, 0 to 23. */
  hour: number;
}

/** How the actor is told of each topic now. */
export async function readMessageChoices(actor: SessionActor): Promise<MessageChoices> {
  return as(actor, async (tx) => {
    const chosen = await tx.db.select().from(messagePreferences).where(eq(messagePreferences.personId, tx.me.personId));
    const [hour] = await tx.db.select().from(digestHours).where(eq(digestHours.personId, tx.me.personId));
    const deliveries = Object.fromEntries(messageTopics.map((topic) => [topic, chosen.find((row) => row.topic === topic)?.delivery ?? topicRules[topic].choices[0]]));
    return { deliveries: deliveries as Record<MessageTopic, Delivery>, hour: hour?.hour ?? firstDigestHour };
  });
}
