import { asc, eq } from "drizzle-orm";

import type { Holder, Office } from "#app/domain/partnerships/directory.ts";
import { listOffices } from "#app/domain/partnerships/offices.server.ts";
import type { PublishedRepresentative, Representation } from "#app/domain/publication/voice.ts";
import { withheldAgencyWords, withholdPosts } from "#app/domain/publication/withheld-agencies.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { type Mask, maskNames } from "#app/domain/shared/mask-names.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { representations } from "#db/schema/index.ts";

import { listWithheldNames, listWithheldPosts } from "../withholdings/queries.server.ts";

/** Every revision of how each representative was chosen, by their appointment; the oldest first. */
export async function listRepresentations(db: Db, partnershipId: string): Promise<Map<string, Representation[]>> {
  const rows = await db.select().from(representations).where(eq(representations.partnershipId, partnershipId)).orderBy(asc(representations.revision));
  const found = new Map<string, Representation[]>();
  for (const { appointmentId, chosenBy, chosenOn, how, speaksFor, until, recordedAt } of rows) {
    found.set(appointmentId, [...(found.get(appointmentId) ?? []), { chosenBy, chosenOn, how, speaksFor, until, recordedOn: dayInLondon(recordedAt) }]);
  }
  return found;
}

/**
 * Posts that represent education, and those contacts of agencies of whom it is recorded that they speak for the voluntary
 * sector. @param also other posts of contacts to take in, by their ids
 */
export function toRepresentatives(offices: readonly Office[], recorded: ReadonlyMap<string, readonly Representation[]>, also: ReadonlySet<string> = new Set()): PublishedRepresentative[] {
  const represents = ({ postId, role, holders }: Office) => role === "education-representative" || (role === "agency-contact" && (also.has(postId) || holders.some(({ appointmentId }) => recorded.has(appointmentId))));
  const toHolder = ({ appointmentId, office, acting, since, until }: Holder) => ({ office, acting, since, until, representations: [...(recorded.get(appointmentId) ?? [])] });
  return offices.filter(represents).map(({ postId, role, level, organisation, office, since, until, holders }) => ({
    id: postId,
    voice: role === "education-representative" ? ("education" as const) : ("voluntary" as const),
    level,
    body: organisation ?? "",
    office,
    since,
    until,
    holders: holders.map(toHolder),
  }));
}

/** The same for a publication: what others wrote about a withheld name is masked, and whose post it is where that would tell the name of an agency. */
export async function listPublishedRepresentatives(tx: Tx, partnershipId: string, offices: readonly Office[], mask: Mask): Promise<PublishedRepresentative[]> {
  const recorded = await listRepresentations(tx.db, partnershipId);
  const agencyNames = maskNames(await listWithheldNames(tx, partnershipId), withheldAgencyWords);
  const published = toRepresentatives(offices, recorded).map(({ body, office, holders, ...each }) => ({
    ...each,
    body: agencyNames(body),
    office: agencyNames(office),
    holders: holders.map((holder) => ({ ...holder, office: agencyNames(holder.office), representations: holder.representations.map((said) => ({ ...said, how: agencyNames(mask(said.how)) })) })),
  }));
  return withholdPosts(published, await listWithheldPosts(tx));
}

/** The offices of a partnership with what is recorded of its representatives. */
export async function readRepresentatives(db: Db, partnershipId: string): Promise<{ offices: Office[]; recorded: Map<string, Representation[]> }> {
  return { offices: await listOffices(db, partnershipId), recorded: await listRepresentations(db, partnershipId) };
}
