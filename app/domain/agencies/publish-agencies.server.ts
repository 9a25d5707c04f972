import { randomBytes, randomUUID } from "node:crypto";

import { and, eq, max } from "drizzle-orm";

import { sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { AgenciesOutline, PublishedAgency, PublishedCategory, StoredAgencies } from "#app/domain/publication/agencies.ts";
import type { PublishedRepresentativeBody } from "#app/domain/publication/voice.ts";
import { withholdNames } from "#app/domain/publication/withheld-agencies.ts";
import type { Tx } from "#db/client.server.ts";
import { partnerships, publicationBodies, publications } from "#db/schema/index.ts";

import type { AgencyView } from "./agency-view.ts";
import { readCoverage } from "./coverage/queries.server.ts";
import { listAreas, listNamed } from "./queries.server.ts";
import { findHold } from "./takedowns/queries.server.ts";
import { agencySectors } from "./vocabulary.ts";
import { readBodies, type SpeakingBodies } from "./voice/queries.server.ts";
import { listWithheldNames } from "./withholdings/queries.server.ts";

/**
 * Publishes the agencies that are named now: called by every command that changes the list, in the same transaction, after
 * its ledger entry. Reasons and words are a body, so that a takedown hides them. After one, nothing is published until
 * somebody does it `again`. Says whether the list was published.
 */
export async function publishAgencies(tx: Tx, partnershipId: string, { again = false } = {}): Promise<boolean> {
  if (!again && (await findHold(tx, partnershipId))) return false;
  const [partnership] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.id, partnershipId));
  if (!partnership) throw new Error("no partnership to publish");
  const named = await listNamed(tx, partnershipId);
  const withheld = new Set(named.filter((each) => each.nameWithheld).map((each) => each.agencyId));
  const whole = { ...toOutline(named), bodies: toBodies(named, await readBodies(tx, partnershipId)) };
  // What is withheld for safety is not in what is published at all.
  const outline = withholdNames(whole, withheld, await listWithheldNames(tx, partnershipId));
  // The hash stays public when the words do not: the salt keeps anybody from guessing them.
  const body = Buffer.from(JSON.stringify({ ...outline, salt: randomBytes(32).toString("hex") }), "utf8");
  const outlineSha256 = sha256Hex(body);
  const facts: StoredAgencies = { partnership, areas: await listAreas(tx, partnershipId), counts: { ...count(whole), ...(withheld.size > 0 ? { withheld: withheld.size } : {}) }, coverage: await readCoverage(tx, partnershipId), agencyIds: outline.agencies.map((each) => each.id), outlineSha256 };
  const publicationId = randomUUID();
  // The locked head of the partnership's chain keeps two publications in one order.
  await appendToLedger(tx, { type: "agencies.published", partnershipId, data: { publicationId, outlineSha256, named: named.length } });
  const [last] = await tx.db.select({ number: max(publications.number) }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "agencies")));
  await tx.db.insert(publications).values({ id: publicationId, partnershipId, slug: partnership.slug, kind: "agencies", number: (last?.number ?? 0) + 1, publishedAt: tx.now, facts });
  await tx.db.insert(publicationBodies).values({ publicationId, partnershipId, format: "outline", sha256: outlineSha256, size: body.length, body });
  return true;
}

/** Whether the public reads a list, so that it has to be written anew when what it measures changes. */
export async function isListPublished(tx: Tx, partnershipId: string): Promise<boolean> {
  const [row] = await tx.db.select({ id: publications.id }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "agencies"))).limit(1);
  return row !== undefined;
}

/** The same agencies as the public reads them. */
export function toOutline(named: readonly AgencyView[]): AgenciesOutline {
  const categories = new Map<string, PublishedCategory>();
  for (const { category } of named) {
    const { id, part, sector, title, inSchedule } = category;
    categories.set(id, { id, part, sector, title, inSchedule });
  }
  return { categories: [...categories.values()], agencies: named.map(toPublic) };
}

function toPublic({ agencyId, legalName, category, inclusion, reason, howWeWork, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, areas, audits, namedOn }: AgencyView): PublishedAgency {
  if (reason === null || namedOn === null) throw new Error("a named agency has a reason and a day");
  return { id: agencyId, name: legalName, category: category.id, inclusion, reason, howWeWork, urn, charityNumber, organisationCode, parent, parentCode, phase, establishment, areas, audits, namedOn };
}

/** Bodies that are named and speak for others, with those of their members that are named. */
function toBodies(named: readonly AgencyView[], { bodies, members }: SpeakingBodies): PublishedRepresentativeBody[] {
  return named.flatMap(({ id, agencyId }) => {
    const body = bodies.find((each) => each.membershipId === id);
    if (!body) return [];
    const { role, since, outsideCount: many, outsideSource: source, outsideOn: on } = body;
    const outside = many !== null && source !== null && on !== null ? { count: many, source, on } : null;
    return [{ id: agencyId, role, since, members: named.filter((each) => members.get(id)?.has(each.id)).map((each) => each.agencyId), outside }];
  });
}

function count({ categories, agencies }: AgenciesOutline): StoredAgencies["counts"] {
  const sectorOf = new Map(categories.map(({ id, sector }) => [id, sector]));
  const sectors = Object.fromEntries(agencySectors.map((sector) => [sector, agencies.filter((each) => sectorOf.get(each.category) === sector).length]));
  const statutory = agencies.filter((each) => each.inclusion === "statutory").length;
  return { named: agencies.length, statutory, voluntary: agencies.length - statutory, sectors: sectors as StoredAgencies["counts"]["sectors"] };
}
