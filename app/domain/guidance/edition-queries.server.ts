import { and, asc, desc, eq, isNull } from "drizzle-orm";

import { findPartnershipRecord } from "#app/domain/partnerships/directory.server.ts";
import { as, type Db, type SessionActor } from "#db/client.server.ts";
import { documents, guidanceAdoptions, guidanceEditions, guidanceItems, sections } from "#db/schema/index.ts";

import { compareEditions, type EditionChange } from "./compare-editions.ts";
import type { EditionCheck } from "./edition-check.ts";
import { type EditionFile, readEditionFile } from "./edition-file.server.ts";
import { listGuidanceItems } from "./queries.server.ts";
import { isNewer } from "./rules.ts";
import type { GuidanceItem } from "./vocabulary.ts";

/** The edition a partnership works under, those it worked under before, and those it may move to. */
export interface PartnershipEditions {
  current: { id: string; title: string };
  adopted: { id: string; title: string; adoptedOn: string }[];
  newer: { id: string; title: string; published: string }[];
}

export async function getPartnershipEditions(actor: SessionActor, partnershipId: string): Promise<PartnershipEditions> {
  return as(actor, async (tx) => {
    const record = await findPartnershipRecord(tx, partnershipId);
    if (!record) throw new Error("no such partnership");
    const adopted = await tx.db
      .select({ id: guidanceEditions.id, title: guidanceEditions.title, adoptedOn: guidanceAdoptions.adoptedOn })
      .from(guidanceAdoptions)
      .innerJoin(guidanceEditions, eq(guidanceEditions.id, guidanceAdoptions.editionId))
      .where(eq(guidanceAdoptions.partnershipId, partnershipId))
      .orderBy(desc(guidanceAdoptions.adoptedOn), desc(guidanceEditions.published));
    const editions = await listAll(tx.db);
    return { current: record.edition, adopted, newer: editions.filter((edition) => isNewer(editions, edition.id, record.edition.id)) };
  });
}

/** What moving to an edition means: for the guidance, and for the sections of the draft of the arrangements. */
export interface EditionMove {
  from: { id: string; title: string };
  to: { id: string; title: string };
  change: EditionChange;
  /** Titles of the sections that answer an item today, by the item's id. */
  answeredBy: Record<string, string[]>;
  /** Drafts that follow. */
  drafts: number;
}

/** Null when there is no such edition, or it is not newer than the partnership's own. */
export async function findEditionMove(actor: SessionActor, partnershipId: string, editionId: string): Promise<EditionMove | null> {
  return as(actor, async (tx) => {
    const record = await findPartnershipRecord(tx, partnershipId);
    const editions = await listAll(tx.db);
    const to = editions.find((edition) => edition.id === editionId);
    if (!record || !to || !isNewer(editions, editionId, record.edition.id)) return null;
    const change = compareEditions(await listGuidanceItems(tx, record.edition.id, "arrangements"), await listGuidanceItems(tx, editionId, "arrangements"));
    const rows = await tx.db
      .select({ title: sections.title, items: sections.items })
      .from(sections)
      .innerJoin(documents, eq(documents.id, sections.documentId))
      .where(and(eq(sections.partnershipId, partnershipId), eq(documents.kind, "arrangements"), isNull(sections.removedAt)))
      .orderBy(asc(sections.position));
    const answeredBy: Record<string, string[]> = {};
    for (const { title, items } of rows) for (const id of items) answeredBy[id] = [...(answeredBy[id] ?? []), title];
    const drafts = await tx.db.$count(documents, eq(documents.partnershipId, partnershipId));
    return { from: record.edition, to: { id: to.id, title: to.title }, change, answeredBy, drafts };
  });
}

/** An edition as the administrator's list shows it. */
export interface LoadedEdition {
  id: string;
  title: string;
  published: string;
  fileSha256: string;
  loadedAt: Date | null;
  items: number;
}

export async function listLoadedEditions(actor: SessionActor): Promise<LoadedEdition[]> {
  return as(actor, async ({ db }) =>
    db
      .select({
        id: guidanceEditions.id,
        title: guidanceEditions.title,
        published: guidanceEditions.published,
        fileSha256: guidanceEditions.fileSha256,
        loadedAt: guidanceEditions.loadedAt,
        items: db.$count(guidanceItems, eq(guidanceItems.editionId, guidanceEditions.id)),
      })
      .from(guidanceEditions)
      .orderBy(desc(guidanceEditions.published)),
  );
}

/** Reads the text of an edition's file and compares it with the same edition as loaded, or else the one it replaces. */
export async function checkEdition(actor: SessionActor, text: string): Promise<{ ok: true; value: EditionCheck } | { ok: false; problems: string[] }> {
  const read = readEditionFile(text);
  if (!read.ok) return read;
  const { edition } = read;
  return as(actor, async (tx) => {
    const editions = await listAll(tx.db);
    const other = editions.find((each) => each.id === edition.edition) ?? editions.find((each) => each.id === edition.replaces);
    if (edition.replaces !== null && !editions.some((each) => each.id === edition.replaces)) {
      return { ok: false, problems: [`replaces: there is no edition ${edition.replaces} here. Load that one first`] };
    }
    const items = edition.items.filter((item) => item.document === "arrangements").map(toItem);
    return {
      ok: true,
      value: {
        id: edition.edition,
        title: edition.title,
        published: edition.published,
        replaces: editions.find((each) => each.id === edition.replaces)?.title ?? null,
        arrangements: items.length,
        yearlyReport: edition.items.length - items.length,
        adoptedBy: await tx.db.$count(guidanceAdoptions, eq(guidanceAdoptions.editionId, edition.edition)),
        comparedWith: other ? (other.id === edition.edition ? other.id : other.title) : null,
        change: other ? compareEditions(await listGuidanceItems(tx, other.id, "arrangements"), items) : null,
      },
    };
  });
}

function toItem({ id, strength, title, summary, basis, confidence, inForce, inForceFrom, inForceNote, condition }: EditionFile["items"][number]): GuidanceItem {
  return { id, strength, title, summary, basis, confidence, inForce, inForceFrom, inForceNote: inForceNote ?? null, condition: condition ?? null };
}

function listAll(db: Db): Promise<{ id: string; title: string; published: string; replaces: string | null }[]> {
  return db
    .select({ id: guidanceEditions.id, title: guidanceEditions.title, published: guidanceEditions.published, replaces: guidanceEditions.replaces })
    .from(guidanceEditions)
    .orderBy(desc(guidanceEditions.published));
}
