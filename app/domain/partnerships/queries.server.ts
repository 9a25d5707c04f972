import { and, asc, desc, eq, gt, isNull, lte, or } from "drizzle-orm";

import { as, type SessionActor } from "#db/client.server.ts";
import { appointments, guidanceEditions, organisations, partnershipAreas, partnerships, posts } from "#db/schema/index.ts";

import { coverOf, forcesOf, isLive, listBodies } from "./bodies.server.ts";
import type { Directory } from "./directory.ts";
import { findDirectory } from "./directory.server.ts";
import type { EditionChoice } from "./forms.server.ts";
import { areaName } from "./rules.ts";

/** The partnership at this address, or null when there is none for the actor. */
export async function findPartnership(actor: SessionActor, slug: string): Promise<{ id: string; slug: string; name: string } | null> {
  return as(actor, async (tx) => {
    const [row] = await tx.db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).where(eq(partnerships.slug, slug));
    return row ?? null;
  });
}

/** Who holds what in a partnership today, or null when there is no such partnership for the actor. */
export async function findDirectoryOf(actor: SessionActor, partnershipId: string): Promise<Directory | null> {
  return as(actor, (tx) => findDirectory(tx, partnershipId));
}

export interface PartnershipSummary {
  slug: string;
  name: string;
  /** Names of the local authority areas covered today. */
  areas: string[];
  /** Seats of lead safeguarding partners that exist, and those with a holder, today. */
  seats: number;
  seatsHeld: number;
  /** Further posts without a holder today. */
  otherVacancies: number;
}

/** Every partnership the actor may see, by name: for an administrator, all of them. */
export async function listPartnerships(actor: SessionActor): Promise<PartnershipSummary[]> {
  return as(actor, async ({ db, today }) => {
    const all = await db.select({ id: partnerships.id, slug: partnerships.slug, name: partnerships.name }).from(partnerships).orderBy(asc(partnerships.name));
    const areas = await db
      .select({ partnershipId: partnershipAreas.partnershipId, name: organisations.name })
      .from(partnershipAreas)
      .innerJoin(organisations, eq(organisations.id, partnershipAreas.organisationId))
      .where(and(lte(partnershipAreas.validFrom, today), or(isNull(partnershipAreas.validTo), gt(partnershipAreas.validTo, today))))
      .orderBy(asc(organisations.name));
    const held = await db
      .select({ partnershipId: posts.partnershipId, role: posts.role, appointmentId: appointments.id })
      .from(posts)
      .leftJoin(appointments, and(eq(appointments.postId, posts.id), lte(appointments.startsOn, today), or(isNull(appointments.endsOn), gt(appointments.endsOn, today))))
      .where(and(lte(posts.validFrom, today), or(isNull(posts.validTo), gt(posts.validTo, today))));
    return all.map(({ id, slug, name }) => {
      const own = held.filter((post) => post.partnershipId === id);
      const leads = own.filter((post) => post.role === "lsp");
      return {
        slug,
        name,
        areas: areas.filter((area) => area.partnershipId === id).map((area) => areaName(area.name)),
        seats: leads.length,
        seatsHeld: leads.filter((post) => post.appointmentId).length,
        otherVacancies: own.filter((post) => post.role !== "lsp" && !post.appointmentId).length,
      };
    });
  });
}

export interface BodyChoice {
  code: string;
  name: string;
  region: string;
  /** The partnership that covers the area already, so that it cannot be chosen. */
  coveredBy: string | null;
  /** The force that follows from choosing an area. */
  force: string | null;
}

export interface OnboardingChoices {
  /** ISO date. */
  today: string;
  areas: BodyChoice[];
  icbs: BodyChoice[];
  editions: EditionChoice[];
}

/** What an administrator chooses from when setting up a partnership: the bodies that exist today, the editions newest first. */
export async function listOnboardingChoices(actor: SessionActor): Promise<OnboardingChoices> {
  return as(actor, async (tx) => {
    const areas = (await listBodies(tx, "local-authority")).filter((body) => isLive(body, tx.today));
    const icbs = (await listBodies(tx, "icb")).filter((body) => isLive(body, tx.today));
    const cover = await coverOf(tx, tx.today);
    const forces = await forcesOf(tx, areas.map((area) => area.id));
    const editions = await tx.db
      .select({ id: guidanceEditions.id, title: guidanceEditions.title, published: guidanceEditions.published })
      .from(guidanceEditions)
      .orderBy(desc(guidanceEditions.published));
    const choice = ({ id, code, name, region }: (typeof areas)[number]): BodyChoice => ({
      code,
      name: areaName(name),
      region: region ?? "Other",
      coveredBy: cover.get(id) ?? null,
      force: forces.get(id)?.name ?? null,
    });
    return { today: tx.today, areas: areas.map(choice), icbs: icbs.map(choice), editions };
  });
}
