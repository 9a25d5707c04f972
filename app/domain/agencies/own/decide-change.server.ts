import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyChanges, agencyMemberships } from "#db/schema/index.ts";

import type { BodyInput } from "../forms.server.ts";
import { publishAgencies } from "../publish-agencies.server.ts";
import { changeBody, lockMembership } from "../record-agency.server.ts";
import { bodyParts } from "./vocabulary.ts";

interface ChangeAt {
  partnershipId: string;
  changeId: string;
}

type StoredChange = typeof agencyChanges.$inferSelect;
type StoredMembership = typeof agencyMemberships.$inferSelect;

/**
 * Accepts what an agency's own people proposed: the record reads so at once, and of an agency that is named the public list
 * is published again. Refusals: not-permitted, not-found, stale (decided or replaced, or the record changed since the page
 * was opened), agency-number-taken.
 */
export async function acceptChange(actor: SessionActor, { revision, ...at }: ChangeAt & { revision: number }, submission: Submission): Promise<Outcome<{ membershipId: string; published: boolean }>> {
  return change(actor, "accept-agency-change", submission, async (tx) => {
    const found = await lockChange(tx, at);
    if (!found.ok) return found;
    const { proposed, membership } = found.value;
    if (membership.revision !== revision || membership.status === "withdrawn") return refused("stale");
    const { howWeWork, contactEmail, ...ofBody } = proposed.after;
    if (Object.keys(ofBody).length > 0) {
      const body = await readBody(tx, membership);
      if (!body) return refused("stale");
      if ((await changeBody(tx, membership, { ...body, ...(ofBody as Partial<BodyInput>) })) === "taken") return refused("agency-number-taken");
    }
    await decide(tx, proposed, "accepted", null);
    await tx.db
      .update(agencyMemberships)
      .set({ ...(howWeWork === undefined ? {} : { howWeWork: words(howWeWork) }), ...(contactEmail === undefined ? {} : { contactEmail: words(contactEmail) }), revision: membership.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
      .where(eq(agencyMemberships.id, membership.id));
    const { id: membershipId, partnershipId, agencyId, category } = membership;
    await appendToLedger(tx, { type: "agency.changed", partnershipId, data: { membershipId, agencyId, category, revision: membership.revision + 1 } });
    // An address is not in the list.
    const isListed = membership.status === "named" && Object.keys(proposed.after).some((part) => part !== "contactEmail");
    const published = isListed && (await publishAgencies(tx, partnershipId));
    return done({ membershipId, published });
  });
}

function words(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

/** Sets a proposed change aside, with a reason that the agency reads. Refusals: not-permitted, not-found, stale. */
export async function setChangeAside(actor: SessionActor, { reason, ...at }: ChangeAt & { reason: string }, submission: Submission): Promise<Outcome<{ membershipId: string }>> {
  return change(actor, "set-agency-change-aside", submission, async (tx) => {
    const found = await lockChange(tx, at);
    if (!found.ok) return found;
    await decide(tx, found.value.proposed, "set-aside", reason);
    return done({ membershipId: found.value.membership.id });
  });
}

/** The change and the record that it is about, both locked: the record first, as everywhere. */
async function lockChange(tx: SessionTx, { partnershipId, changeId }: ChangeAt): Promise<Outcome<{ proposed: StoredChange; membership: StoredMembership }>> {
  const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
  if (forbidden) return forbidden;
  if (!isUuid(changeId)) return refused("not-found");
  const its = and(eq(agencyChanges.id, changeId), eq(agencyChanges.partnershipId, partnershipId));
  const [at] = await tx.db.select({ membershipId: agencyChanges.membershipId }).from(agencyChanges).where(its);
  const membership = at && (await lockMembership(tx, partnershipId, at.membershipId));
  if (!membership) return refused("not-found");
  const [proposed] = await tx.db.select().from(agencyChanges).where(its).for("update");
  return proposed?.status === "open" ? done({ proposed, membership }) : refused("stale");
}

async function decide(tx: SessionTx, { id: changeId, membershipId, partnershipId }: StoredChange, outcome: "accepted" | "set-aside", reason: string | null): Promise<void> {
  await tx.db.update(agencyChanges).set({ status: outcome, reason, decidedAt: tx.now, decidedBy: tx.me.personId }).where(eq(agencyChanges.id, changeId));
  await appendToLedger(tx, { type: "agency.change-decided", partnershipId, data: { membershipId, changeId, outcome } });
}

/** The body as this partnership keeps it; null where another does. */
async function readBody({ db }: SessionTx, { agencyId, partnershipId }: StoredMembership): Promise<BodyInput | null> {
  const [kept] = await db.select().from(agencies).where(and(eq(agencies.id, agencyId), eq(agencies.keptBy, partnershipId)));
  return kept ? (Object.fromEntries(bodyParts.map((part) => [part, kept[part]])) as BodyInput) : null;
}
