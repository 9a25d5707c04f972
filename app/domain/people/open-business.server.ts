import { and, eq, isNull, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, delegations, detectorOverrides, proposals, versions } from "#db/schema/index.ts";

import type { OpenBusiness } from "./open-business.ts";
import type { Post } from "./posts.server.ts";
import { heldOn } from "./rules.ts";

/** What is open for an office on the day it changes hands. */
export async function listOpenBusiness(tx: SessionTx, post: Pick<Post, "partnershipId" | "role" | "seatId">, holder: { id: string; personId: string } | null): Promise<OpenBusiness> {
  const { partnershipId, role, seatId } = post;
  const isLead = role === "lsp" && seatId !== null;
  return {
    versions: isLead ? await unsigned(tx, partnershipId, seatId) : [],
    proposals: isLead ? await unanswered(tx, partnershipId, seatId) : [],
    delegations: isLead && holder ? await delegated(tx, holder.id) : [],
    overrides: holder ? await unconfirmed(tx, partnershipId, holder.personId) : 0,
  };
}

async function unsigned(tx: SessionTx, partnershipId: string, seatId: string): Promise<OpenBusiness["versions"]> {
  return tx.db
    .select({ id: versions.id, kind: versions.kind, number: versions.number })
    .from(versions)
    .where(
      and(
        eq(versions.partnershipId, partnershipId),
        eq(versions.status, "awaiting"),
        sql`${seatId}::uuid = any (${versions.requiredSeats})`,
        sql`not exists (select from portal.signatures s where s.version_id = ${versions.id} and s.seat_id = ${seatId}::uuid)`,
      ),
    )
    .orderBy(versions.kind, versions.number);
}

async function unanswered(tx: SessionTx, partnershipId: string, seatId: string): Promise<OpenBusiness["proposals"]> {
  return tx.db
    .select({ id: proposals.id, kind: proposals.kind })
    .from(proposals)
    .where(
      and(
        eq(proposals.partnershipId, partnershipId),
        eq(proposals.status, "open"),
        sql`${seatId}::uuid = any (${proposals.requiredSeats})`,
        sql`not exists (select from portal.proposal_agreements a where a.proposal_id = ${proposals.id} and a.seat_id = ${seatId}::uuid)`,
      ),
    )
    .orderBy(proposals.proposedAt);
}

async function delegated(tx: SessionTx, leadAppointmentId: string): Promise<OpenBusiness["delegations"]> {
  const rows = await tx.db
    .select({ scope: delegations.scope, since: delegations.startsOn, until: delegations.endsOn, delegateUntil: appointments.endsOn })
    .from(delegations)
    .innerJoin(appointments, eq(appointments.id, delegations.toAppointmentId))
    .where(eq(delegations.fromAppointmentId, leadAppointmentId));
  const current = heldOn(rows.filter((row) => row.delegateUntil === null || row.delegateUntil > tx.today), tx.today);
  return current ? [{ scope: current.scope }] : [];
}

async function unconfirmed(tx: SessionTx, partnershipId: string, personId: string): Promise<number> {
  const rows = await tx.db
    .select({ fingerprint: detectorOverrides.fingerprint })
    .from(detectorOverrides)
    .where(and(eq(detectorOverrides.partnershipId, partnershipId), eq(detectorOverrides.proposedBy, personId), isNull(detectorOverrides.confirmedAt)));
  return rows.length;
}

/** Writes in the ledger what passed from one holder to the next. @param by the proposal that does it, which is not left open */
export async function recordHandover(
  tx: SessionTx,
  post: Pick<Post, "id" | "partnershipId" | "role" | "seatId">,
  { from, toAppointmentId, on, by }: { from: { id: string; personId: string }; toAppointmentId: string; on: string; by?: string | undefined },
): Promise<void> {
  const open = await listOpenBusiness(tx, post, from);
  await appendToLedger(tx, {
    type: "office.handed-over",
    partnershipId: post.partnershipId,
    data: {
      postId: post.id,
      fromAppointmentId: from.id,
      toAppointmentId,
      on,
      versions: open.versions.map((version) => version.id),
      proposals: open.proposals.map((proposal) => proposal.id).filter((id) => id !== by),
      delegations: open.delegations.length,
      overrides: open.overrides,
    },
  });
}
