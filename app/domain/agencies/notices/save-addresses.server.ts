import { and, asc, eq, ne, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import type { AddressLine } from "./address-lines.ts";

export interface SaveAddressesInput {
  partnershipId: string;
  addresses: readonly { membershipId: string; email: string }[];
  /** Whether an address that is there may be replaced; otherwise only what is missing is filled in. */
  replace: boolean;
}

/**
 * Records where many agencies read their notices, all or none. Refusals: not-permitted, nothing-to-change, stale (one is not
 * in the register any more, was withdrawn or, where nothing is replaced, has an address by now; the detail names it).
 */
export async function saveAddresses(actor: SessionActor, { partnershipId, addresses, replace }: SaveAddressesInput, submission: Submission): Promise<Outcome<{ added: number; changed: number }>> {
  return change(actor, "save-agency-addresses", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    if (addresses.length === 0) return refused("nothing-to-change");
    const asked = new Map(addresses.map(({ membershipId, email }) => [membershipId, email]));
    const ofThese = and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in ${idsIn([...asked.keys()])}`);
    await tx.db.select({ id: agencyMemberships.id }).from(agencyMemberships).where(ofThese).orderBy(asc(agencyMemberships.id)).for("update");
    const rows = await tx.db
      .select({ id: agencyMemberships.id, agencyId: agencies.id, name: agencies.legalName, status: agencyMemberships.status, stored: agencyMemberships.contactEmail })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(ofThese);
    if (rows.length < asked.size) return refused("stale");
    const moved = rows.find(({ status, stored }) => status === "withdrawn" || (!replace && stored !== null));
    if (moved) return refused("stale", moved.name);
    const changed = rows.filter(({ id, stored }) => stored !== asked.get(id));
    if (changed.length === 0) return refused("nothing-to-change");
    await tx.db.execute(sql`
      update portal.agency_memberships m set contact_email = a.email, revision = m.revision + 1, recorded_at = access.clock(), recorded_by = ${tx.me.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(changed.map(({ id }) => ({ id, email: asked.get(id) })))}::text::jsonb) as a (id uuid, email text)
      where m.id = a.id and m.partnership_id = ${partnershipId}::uuid`);
    await appendToLedger(tx, { type: "agencies.addresses-recorded", partnershipId, data: { agencies: changed.map(({ agencyId }) => agencyId) } });
    const added = changed.filter(({ stored }) => stored === null).length;
    return done({ added, changed: changed.length - added });
  });
}

/** Whose addresses these lines are: by URN, charity number or organisation code. Lines of nobody in the register say so. */
export async function findNumbered(actor: SessionActor, partnershipId: string, lines: readonly AddressLine[]): Promise<{ found: { membershipId: string; email: string }[]; errors: { line: number; problem: string }[] }> {
  return as(actor, async (tx) => {
    const rows = await tx.db
      .select({ id: agencyMemberships.id, urn: agencies.urn, charityNumber: agencies.charityNumber, organisationCode: agencies.organisationCode })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(and(eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")));
    const byNumber = new Map(rows.flatMap(({ id, urn, charityNumber, organisationCode }) => [urn === null ? null : String(urn), charityNumber, organisationCode].flatMap((number) => (number === null ? [] : [[number, id] as const]))));
    const errors = lines.filter(({ number }) => !byNumber.has(number)).map(({ line, number }) => ({ line, problem: `No agency in the register has the number ${number}` }));
    const found = lines.flatMap(({ number, email }) => {
      const membershipId = byNumber.get(number);
      return membershipId ? [{ membershipId, email }] : [];
    });
    return { found, errors };
  });
}
