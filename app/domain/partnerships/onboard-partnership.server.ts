import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { guidanceAdoptions, guidanceEditions, partnershipAreas, partnerships, posts, seats } from "#db/schema/index.ts";

import { type Body, coverOf, forcesOf, isLive, listBodies } from "./bodies.server.ts";
import { lockOffices } from "./lock.server.ts";
import { areaName, bodyName, delegateOffice, leadOffice, partnershipPosts } from "./rules.ts";

export interface OnboardInput {
  name: string;
  slug: string;
  /** Codes of the register. The police forces follow from the areas. */
  areas: readonly string[];
  icbs: readonly string[];
  editionId: string;
  /** ISO dates, today or in the past. */
  adoptedOn: string;
  startsOn: string;
}

export interface Onboarded {
  partnershipId: string;
  slug: string;
}

/**
 * Sets up a partnership: its areas, a seat for each statutory partner, and its posts, all vacant. Administrators only.
 * The integrated care boards are those chosen; whether they are all that cover the areas follows from the coverage loaded.
 * Refusals: not-found (not an administrator), body-not-live, area-already-covered (says by whom), slug-taken, impossible-dates.
 */
export async function onboardPartnership(actor: SessionActor, input: OnboardInput, submission: Submission): Promise<Outcome<Onboarded>> {
  return change(actor, "onboard-partnership", submission, async (tx) => {
    const forbidden = forbid(tx.me, "create-partnership", { partnershipId: null });
    if (forbidden) return forbidden;
    await lockOffices(tx, "partnerships");
    if (input.startsOn > tx.today || input.adoptedOn > tx.today) return refused("impossible-dates", "A partnership starts, and adopts its edition of the guidance, today or in the past.");
    const found = await findPartners(tx, input);
    if (!found.ok) return found;
    const [taken] = await tx.db.select({ id: partnerships.id }).from(partnerships).where(eq(partnerships.slug, input.slug));
    if (taken) return refused("slug-taken", `/partnerships/${input.slug} belongs to another partnership.`);

    const partnershipId = await insertPartnership(tx, input, found.value.areas);
    const seatIds = await insertSeats(tx, partnershipId, input.startsOn, [...found.value.areas, ...found.value.icbs, ...found.value.forces]);
    await appendToLedger(tx, { type: "partnership.onboarded", partnershipId, data: { slug: input.slug, seats: seatIds, editionId: input.editionId } });
    await publishDirectory(tx, partnershipId);
    return done({ partnershipId, slug: input.slug });
  });
}

interface Partners {
  areas: Body[];
  icbs: Body[];
  forces: Body[];
}

async function findPartners(tx: SessionTx, input: OnboardInput): Promise<Outcome<Partners>> {
  const areas = await listBodies(tx, "local-authority", input.areas);
  const icbs = await listBodies(tx, "icb", input.icbs);
  const [edition] = await tx.db.select({ id: guidanceEditions.id }).from(guidanceEditions).where(eq(guidanceEditions.id, input.editionId));
  const allKnown = areas.length === new Set(input.areas).size && icbs.length === new Set(input.icbs).size;
  if (!edition || !allKnown || areas.length === 0 || icbs.length === 0) return refused("body-not-live", "One of the bodies chosen is not on the register.");

  const forceOf = await forcesOf(tx, areas.map((area) => area.id));
  const forceless = areas.filter((area) => !forceOf.has(area.id));
  if (forceless.length > 0) return refused("body-not-live", `The register names no police force for ${listed(forceless)}.`);
  const forces = [...new Map([...forceOf.values()].map((force) => [force.id, force])).values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));

  const notLive = [...areas, ...icbs, ...forces].filter((body) => !isLive(body, tx.today));
  if (notLive.length > 0) return refused("body-not-live", `${listed(notLive)} ${notLive.length === 1 ? "has ended or has not begun" : "have ended or have not begun"}.`);

  const coveredBy = await coverOf(tx, input.startsOn);
  const covered = areas.flatMap((area) => (coveredBy.has(area.id) ? [`${areaName(area.name)} is covered by ${coveredBy.get(area.id) ?? ""}.`] : []));
  return covered.length > 0 ? refused("area-already-covered", covered.join(" ")) : done({ areas, icbs, forces });
}

function listed(bodies: readonly Body[]): string {
  return new Intl.ListFormat("en-GB").format(bodies.map((body) => bodyName(body.kind, body.name)));
}

async function insertPartnership(tx: SessionTx, input: OnboardInput, areas: readonly Body[]): Promise<string> {
  const [partnership] = await tx.db
    .insert(partnerships)
    .values({ slug: input.slug, name: input.name, onboardedAt: tx.now, onboardedBy: tx.me.personId })
    .returning({ id: partnerships.id });
  if (!partnership) throw new Error("the partnership was not written");
  const partnershipId = partnership.id;
  await tx.db.insert(partnershipAreas).values(areas.map((area) => ({ partnershipId, organisationId: area.id, validFrom: from(area, input.startsOn) })));
  await tx.db.insert(guidanceAdoptions).values({ partnershipId, editionId: input.editionId, adoptedOn: input.adoptedOn });
  return partnershipId;
}

/** From the day the partnership starts, or from the day the body began when that is later. */
function from(body: Body, startsOn: string): string {
  return body.validFrom && body.validFrom > startsOn ? body.validFrom : startsOn;
}

async function insertSeats(tx: SessionTx, partnershipId: string, startsOn: string, bodies: readonly Body[]): Promise<string[]> {
  const rows = await tx.db
    .insert(seats)
    .values(bodies.map((body, position) => ({ partnershipId, organisationId: body.id, kind: body.kind, name: bodyName(body.kind, body.name), position, validFrom: from(body, startsOn) })))
    .returning({ id: seats.id, organisationId: seats.organisationId });
  const seatIds = bodies.map((body) => {
    const seat = rows.find((row) => row.organisationId === body.id);
    if (!seat) throw new Error("a seat was not written");
    return seat.id;
  });
  await tx.db.insert(posts).values([
    ...bodies.flatMap((body, at) =>
      (["lsp", "dsp"] as const).map((role) => ({
        partnershipId,
        role,
        seatId: seatIds[at] ?? null,
        seatKind: body.kind,
        office: role === "lsp" ? leadOffice(body.kind, body.code) : delegateOffice,
        validFrom: from(body, startsOn),
      })),
    ),
    ...partnershipPosts.map(({ role, office }) => ({ partnershipId, role, office, validFrom: startsOn })),
  ]);
  return seatIds;
}
