import { and, eq, inArray } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { holdsOn } from "#app/domain/people/rules.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { bodyMembers } from "#db/schema/index.ts";

import { publishAgencies } from "../publish-agencies.server.ts";
import { lockMembership } from "../record-agency.server.ts";
import type { LineQuery } from "./line-query.ts";
import { listMembers, listPossibleMembers } from "./queries.server.ts";
import { findStoredBody } from "./record-body.server.ts";

interface MembersOf {
  partnershipId: string;
  /** The membership of the body that speaks for them. */
  bodyId: string;
}

export interface AddMembersInput extends MembersOf {
  /** Agencies by their memberships, or everything that a search finds. */
  members: readonly string[] | LineQuery;
  /** From which day the body speaks for them: an ISO date, today at the latest. */
  since: string;
}

/**
 * Records that a body speaks for agencies of the register, one or hundreds at once. Of those ticked all or none; those that
 * somebody else added meanwhile stay as they are. Refusals: not-permitted, not-found, stale (one is not in the register any
 * more, or it speaks for nobody any more), nothing-to-change, impossible-dates.
 */
export async function addMembers(actor: SessionActor, input: AddMembersInput, submission: Submission): Promise<Outcome<{ added: number }>> {
  return change(actor, "add-body-members", submission, async (tx) => {
    const { partnershipId, bodyId, since } = input;
    const found = await lockBody(tx, input);
    if (!found.ok) return found;
    const { named, stored } = found.value;
    if (since > tx.today) return refused("impossible-dates", "They are members from today or earlier");
    if (since < stored.since) return refused("impossible-dates", "It spoke for nobody yet on that day");
    const chosen = await chooseMembers(tx, input);
    if (chosen === null) return refused("stale");
    if (chosen.length === 0) return refused("nothing-to-change");
    // As many rows as a statement takes parameters for.
    for (let at = 0; at < chosen.length; at += 1_000) {
      await tx.db.insert(bodyMembers).values(chosen.slice(at, at + 1_000).map((memberId) => ({ partnershipId, bodyId, memberId, startsOn: since, recordedAt: tx.now, recordedBy: tx.me.personId })));
    }
    await appendToLedger(tx, { type: "body-members.added", partnershipId, data: { bodyId, members: chosen, since } });
    if (named) await publishAgencies(tx, partnershipId);
    return done({ added: chosen.length });
  });
}

/** Whom to add, in one order; null when somebody ticked is not there to be added. */
async function chooseMembers(tx: SessionTx, { partnershipId, bodyId, members }: AddMembersInput): Promise<string[] | null> {
  if ("q" in members) return (await listPossibleMembers(tx, partnershipId, bodyId, members)).map((line) => line.id);
  const possible = new Set((await listPossibleMembers(tx, partnershipId, bodyId, { q: "", setting: null })).map((line) => line.id));
  const already = new Set((await listMembers(tx, partnershipId, bodyId)).map((row) => row.memberId));
  const ticked = [...new Set(members)].filter((id) => !already.has(id));
  return ticked.every((id) => possible.has(id)) ? ticked.sort() : null;
}

export interface EndMembersInput extends MembersOf {
  members: readonly string[];
  /** The first day on which the body speaks for them no more: an ISO date, today at the latest. */
  on: string;
}

/**
 * Records that a body speaks for some of its members no more. All or none. One that was recorded by mistake ends on the day
 * it began, so that it was a member on no day. Refusals: not-permitted, not-found, stale (one is no member any more),
 * nothing-to-change, impossible-dates.
 */
export async function endMembers(actor: SessionActor, input: EndMembersInput, submission: Submission): Promise<Outcome<{ ended: number }>> {
  return change(actor, "end-body-members", submission, async (tx) => {
    const { partnershipId, bodyId, on } = input;
    const found = await lockBody(tx, input);
    if (!found.ok) return found;
    const ids = [...new Set(input.members)];
    if (ids.length === 0) return refused("nothing-to-change");
    if (on > tx.today) return refused("impossible-dates", "The day must be today or earlier");
    const rows = (await listMembers(tx, partnershipId, bodyId)).filter((row) => ids.includes(row.memberId));
    if (rows.length < ids.length) return refused("stale");
    if (rows.some((row) => on < row.startsOn)) return refused("impossible-dates", "One of them was no member yet on that day");
    await tx.db.update(bodyMembers).set({ endsOn: on, endedAt: tx.now, endedBy: tx.me.personId }).where(and(eq(bodyMembers.bodyId, bodyId), inArray(bodyMembers.id, rows.map((row) => row.id))));
    await appendToLedger(tx, { type: "body-members.ended", partnershipId, data: { bodyId, members: ids.sort(), on } });
    if (found.value.named) await publishAgencies(tx, partnershipId);
    return done({ ended: ids.length });
  });
}

/** The body whose members change, locked; it must speak for others today. */
async function lockBody(tx: SessionTx, { partnershipId, bodyId }: MembersOf): Promise<Outcome<{ named: boolean; stored: { since: string } }>> {
  const forbidden = forbid(tx.me, "record-voice", { partnershipId });
  if (forbidden) return forbidden;
  const agency = await lockMembership(tx, partnershipId, bodyId);
  const stored = agency && (await findStoredBody(tx, partnershipId, bodyId));
  if (!agency || !stored) return refused("not-found");
  if (agency.status === "withdrawn" || !holdsOn(stored, tx.today)) return refused("stale");
  return done({ named: agency.status === "named", stored });
}
