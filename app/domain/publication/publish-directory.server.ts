import { and, eq, max } from "drizzle-orm";

import { listPublishedRepresentatives } from "#app/domain/agencies/voice/representatives.server.ts";
import { listContactsToPublish } from "#app/domain/concern/contacts.server.ts";
import type { Holder, Office, Terms } from "#app/domain/partnerships/directory.ts";
import { findPartnershipRecord } from "#app/domain/partnerships/directory.server.ts";
import { listOffices, listSeats } from "#app/domain/partnerships/offices.server.ts";
import { type Mask, maskNames } from "#app/domain/shared/mask-names.ts";
import type { SessionTx } from "#db/client.server.ts";
import { publications } from "#db/schema/index.ts";

import type { PublicTerms, PublishedHolder, PublishedPost, StoredDirectory } from "./record.ts";
import { withheldName } from "./vocabulary.ts";

/**
 * Publishes who is accountable: today, on every earlier day, and on later ones as far as they are known. Called by every
 * command that changes it, after its ledger entry: the locked head of the partnership's chain keeps two such changes in
 * one order.
 */
export async function publishDirectory(tx: SessionTx, partnershipId: string): Promise<void> {
  const partnership = await findPartnershipRecord(tx, partnershipId);
  if (!partnership) throw new Error("no partnership to publish");
  const { id, slug, name, areas, edition, icbCover } = partnership;
  const offices = await listOffices(tx.db, partnershipId);
  // A name that is withheld for safety is withheld in what others wrote, too.
  const mask = maskNames(offices.flatMap((office) => office.holders).flatMap((holder) => (holder.nameWithheld ? [holder.name] : [])), withheldName);
  const held = (role: Office["role"], seatId: string | null = null) => toPublic(offices.filter((office) => office.role === role && office.seatId === seatId), mask);
  const facts: StoredDirectory = {
    partnership: { id, slug, name },
    areas,
    edition,
    icbCover,
    seats: (await listSeats(tx.db, partnershipId)).map((seat) => {
      const lead = held("lsp", seat.id);
      if (!lead) throw new Error("a seat has a lead post");
      return { ...seat, lead, delegate: held("dsp", seat.id) };
    }),
    chair: held("chair"),
    scrutineer: held("scrutineer"),
    contacts: await listContactsToPublish(tx.db, partnershipId, areas),
    representatives: await listPublishedRepresentatives(tx, partnershipId, offices, mask),
  };
  const [last] = await tx.db
    .select({ number: max(publications.number) })
    .from(publications)
    .where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "directory")));
  await tx.db.insert(publications).values({ partnershipId, slug, kind: "directory", number: (last?.number ?? 0) + 1, publishedAt: tx.now, facts });
}

/** Posts that followed one another in the same office, as one. */
function toPublic(offices: readonly Office[], mask: Mask): PublishedPost | null {
  const [first] = offices;
  const last = offices.at(-1);
  if (!first || !last) return null;
  return { office: last.office, since: first.since, until: last.until, holders: offices.flatMap((office) => office.holders.map((holder) => toHolder(holder, mask))) };
}

function toHolder({ nameWithheld, name, office, since, until, acting, delegations, terms }: Holder, mask: Mask): PublishedHolder {
  return {
    name: nameWithheld ? null : name,
    office,
    since,
    until,
    acting,
    ...(delegations.length > 0 ? { delegations: delegations.map((each) => ({ scope: mask(each.scope), since: each.since, until: each.until })) } : {}),
    ...(terms ? { terms: toTerms(terms, mask) } : {}),
  };
}

/** When a contract ends is the partnership's own business; the rest is everybody's. */
function toTerms({ reviewOn, independentReason, appointingBody, termEndsOn, interests }: Terms, mask: Mask): PublicTerms {
  return { reviewOn, independentReason: independentReason && mask(independentReason), appointingBody, termEndsOn, interests: interests && mask(interests) };
}
