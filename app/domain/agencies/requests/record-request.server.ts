import { randomUUID } from "node:crypto";

import { and, eq, max, ne, sql } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships, informationRequests, seats } from "#db/schema/index.ts";

import { type NewRequest, requestWords } from "./forms.server.ts";
import { speakersFor } from "./recipients.server.ts";

/**
 * Records that somebody was asked for information, and tells whoever speaks for them here. Refusals: not-permitted,
 * not-found, impossible-dates, identifier-in-words, words-not-looked-at, stale (the seat ended, or the agency was withdrawn).
 */
export async function recordRequest(actor: SessionActor, { partnershipId, ...input }: { partnershipId: string } & NewRequest, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "record-information-request", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-information-requests", { partnershipId });
    if (forbidden) return forbidden;
    const { looked, seatId, membershipId, askedOn, dueOn, ...words } = input;
    const unfit = refuseWords(requestWords(input), looked);
    if (unfit) return unfit;
    if (askedOn > tx.today) return refused("impossible-dates", "The day it was asked must be today or earlier");
    if (dueOn < askedOn) return refused("impossible-dates", "The answer cannot be due before it was asked for");
    const seat = seatId === null ? null : await findSeat(tx, partnershipId, seatId);
    const agency = membershipId === null ? null : await findRegistered(tx, partnershipId, membershipId);
    if (seat === undefined || agency === undefined) return refused("stale");
    const id = randomUUID();
    // The locked head of the partnership's chain keeps two requests in one order.
    await appendToLedger(tx, { type: "information-request.recorded", partnershipId, data: { requestId: id, basis: input.basis, seatId, membershipId, askedOn, dueOn } });
    const [last] = await tx.db.select({ number: max(informationRequests.number) }).from(informationRequests).where(eq(informationRequests.partnershipId, partnershipId));
    const number = (last?.number ?? 0) + 1;
    const recipient = agency?.name ?? words.recipient;
    await tx.db.insert(informationRequests).values({ id, partnershipId, number, seatId, membershipId, ...words, recipient, askedOn, firstDueOn: dueOn, dueOn, office: officeOf(tx.me, partnershipId, "record-information-requests"), recordedAt: tx.now, recordedBy: tx.me.personId });
    await notify(tx, { kind: "information-asked", partnershipId, number, recipient, requester: seat?.name ?? null, dueOn }, await speakersFor(tx, partnershipId, membershipId));
    return done({ number });
  });
}

async function findSeat({ db, today }: SessionTx, partnershipId: string, seatId: string): Promise<{ name: string } | undefined> {
  const [seat] = await db.select({ name: seats.name }).from(seats).where(and(eq(seats.id, seatId), eq(seats.partnershipId, partnershipId), sql`(${seats.validTo} is null or ${seats.validTo} > ${today})`));
  return seat;
}

async function findRegistered({ db }: SessionTx, partnershipId: string, membershipId: string): Promise<{ name: string } | undefined> {
  const [agency] = await db
    .select({ name: agencies.legalName })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.id, membershipId), eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")));
  return agency;
}
