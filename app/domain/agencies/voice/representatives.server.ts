import { asc, eq } from "drizzle-orm";

import type { Holder, Office } from "#app/domain/partnerships/directory.ts";
import { listOffices } from "#app/domain/partnerships/offices.server.ts";
import type { PublishedRepresentative, Representation } from "#app/domain/publication/voice.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import type { Db } from "#db/client.server.ts";
import { representations } from "#db/schema/index.ts";

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

/** The same for a publication: what others wrote about a withheld name is masked. */
export async function listPublishedRepresentatives(db: Db, partnershipId: string, offices: readonly Office[], mask: (text: string) => string): Promise<PublishedRepresentative[]> {
  const recorded = await listRepresentations(db, partnershipId);
  const masked = new Map([...recorded].map(([id, revisions]) => [id, revisions.map((each) => ({ ...each, how: mask(each.how) }))]));
  return toRepresentatives(offices, masked);
}

/** The offices of a partnership with what is recorded of its representatives. */
export async function readRepresentatives(db: Db, partnershipId: string): Promise<{ offices: Office[]; recorded: Map<string, Representation[]> }> {
  return { offices: await listOffices(db, partnershipId), recorded: await listRepresentations(db, partnershipId) };
}
