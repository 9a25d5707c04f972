import { and, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import type { BodyInput, MembershipInput } from "./forms.server.ts";
import { publishAgencies } from "./publish-agencies.server.ts";
import { listCategories } from "./queries.server.ts";

export interface RecordAgencyInput {
  partnershipId: string;
  /** Null adds an agency to the register. */
  membershipId: string | null;
  /** The revision the person began from; 0 for a new one. */
  revision: number;
  /** What is said of the body itself; null where another partnership keeps it. */
  body: BodyInput | null;
  membership: MembershipInput;
  /** Whether the person said that another body of the same name is another one. */
  repeated: boolean;
}

type Stored = typeof agencyMemberships.$inferSelect;

/**
 * Adds an agency to the register as proposed, or changes it; of one that is named, the public list is published again. A
 * body that any partnership has under the same number is taken for the same: its name and numbers stay as they are kept.
 * Refusals: not-permitted, not-found, stale, agency-repeated (the detail is its name), agency-number-taken, reason-needed.
 */
export async function recordAgency(actor: SessionActor, input: RecordAgencyInput, submission: Submission): Promise<Outcome<{ membershipId: string; known: boolean }>> {
  return change(actor, "record-agency", submission, async (tx) => {
    const { partnershipId, membershipId } = input;
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    return membershipId === null ? add(tx, input) : changeStored(tx, input, membershipId);
  });
}

async function add(tx: SessionTx, { partnershipId, body, membership, repeated }: RecordAgencyInput): Promise<Outcome<{ membershipId: string; known: boolean }>> {
  if (!body) throw new Error("a new agency has a name");
  const found = await findByNumbers(tx, body);
  if (found.length > 1) return refused("agency-number-taken");
  const known = found[0]?.id ?? null;
  if (known !== null) {
    const [here] = await tx.db.select({ name: agencies.legalName }).from(agencyMemberships).innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId)).where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.agencyId, known)));
    if (here) return refused("agency-repeated", here.name);
  } else if (!repeated) {
    const like = await findLike(tx, partnershipId, body.legalName);
    if (like) return refused("agency-repeated", like);
  }
  const agencyId = known ?? (await addBody(tx, partnershipId, body));
  const [row] = await tx.db
    .insert(agencyMemberships)
    .values({ partnershipId, agencyId, categoryList: await categoryListNow(tx), ...membership, recordedAt: tx.now, recordedBy: tx.me.personId })
    .returning({ id: agencyMemberships.id });
  if (!row) throw new Error("the agency was not written");
  await appendToLedger(tx, { type: "agency.recorded", partnershipId, data: { membershipId: row.id, agencyId, category: membership.category, revision: 1 } });
  return done({ membershipId: row.id, known: known !== null });
}

async function changeStored(tx: SessionTx, { partnershipId, revision, body, membership }: RecordAgencyInput, membershipId: string): Promise<Outcome<{ membershipId: string; known: boolean }>> {
  const stored = await lockMembership(tx, partnershipId, membershipId);
  if (!stored) return refused("not-found");
  if (stored.revision !== revision) return refused("stale");
  if (stored.status === "named" && membership.reason === null) return refused("reason-needed");
  const bodyChanged = body !== null && (await changeBody(tx, stored, body));
  if (bodyChanged === "taken") return refused("agency-number-taken");
  const same = isSame(stored, membership);
  if (same && !bodyChanged) return done({ membershipId, known: false });
  const categoryList = membership.category === stored.category ? stored.categoryList : await categoryListNow(tx);
  await tx.db
    .update(agencyMemberships)
    .set({ ...membership, categoryList, revision: stored.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
    .where(eq(agencyMemberships.id, membershipId));
  await appendToLedger(tx, { type: "agency.changed", partnershipId, data: { membershipId, agencyId: stored.agencyId, category: membership.category, revision: stored.revision + 1 } });
  if (stored.status === "named") await publishAgencies(tx, partnershipId);
  return done({ membershipId, known: false });
}

/** The membership, locked until the transaction ends; null when this partnership has none by that id. */
export async function lockMembership({ db }: SessionTx, partnershipId: string, membershipId: string): Promise<Stored | null> {
  if (!isUuid(membershipId)) return null;
  const [row] = await db.select().from(agencyMemberships).where(and(eq(agencyMemberships.id, membershipId), eq(agencyMemberships.partnershipId, partnershipId))).for("update");
  return row ?? null;
}

async function categoryListNow(tx: SessionTx): Promise<string> {
  const [category] = await listCategories(tx);
  if (!category) throw new Error("the list of categories is empty");
  return category.listId;
}

/** Bodies that any partnership has recorded under one of these numbers. */
async function findByNumbers({ db }: SessionTx, { urn, charityNumber, organisationCode }: BodyInput): Promise<{ id: string; kept_by: string }[]> {
  return db.execute<{ id: string; kept_by: string }>(sql`select id, kept_by from portal.find_agency(${urn}::int, ${charityNumber}::text, ${organisationCode}::text)`);
}

async function findLike({ db }: SessionTx, partnershipId: string, legalName: string): Promise<string | null> {
  const [like] = await db
    .select({ name: agencies.legalName })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), sql`lower(${agencies.legalName}) = lower(${legalName})`))
    .limit(1);
  return like?.name ?? null;
}

async function addBody({ db, now, me }: SessionTx, partnershipId: string, body: BodyInput): Promise<string> {
  const [row] = await db.insert(agencies).values({ ...body, keptBy: partnershipId, recordedAt: now, recordedBy: me.personId }).returning({ id: agencies.id });
  if (!row) throw new Error("the body was not written");
  return row.id;
}

const bodyParts = ["legalName", "urn", "charityNumber", "organisationCode", "parent", "phase", "establishment"] as const;

/** Changes what is said of the body where this partnership keeps it. */
export async function changeBody(tx: SessionTx, { partnershipId, agencyId }: Stored, body: BodyInput): Promise<boolean | "taken"> {
  const [kept] = await tx.db.select().from(agencies).where(and(eq(agencies.id, agencyId), eq(agencies.keptBy, partnershipId))).for("update");
  if (!kept || bodyParts.every((part) => kept[part] === body[part])) return false;
  if ((await findByNumbers(tx, body)).some(({ id }) => id !== agencyId)) return "taken";
  await tx.db
    .update(agencies)
    .set({ ...body, revision: kept.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
    .where(eq(agencies.id, agencyId));
  return true;
}

function isSame(stored: Stored, membership: MembershipInput): boolean {
  const { areas, audits, ...rest } = membership;
  const plain = (Object.keys(rest) as (keyof typeof rest)[]).every((field) => stored[field] === rest[field]);
  return plain && String(stored.areas) === String(areas) && String(stored.audits) === String(audits);
}
