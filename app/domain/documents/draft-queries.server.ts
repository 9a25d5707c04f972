import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { coverage } from "#app/domain/guidance/rules.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { people, sections } from "#db/schema/index.ts";

import { checkText } from "./check-readiness.server.ts";
import { countOpenComments } from "./comments/queries.server.ts";
import { detailsStamp } from "./details-stamp.server.ts";
import type { DraftDetails } from "./draft-details.ts";
import type { Draft } from "./draft.ts";
import { findDraft } from "./draft.server.ts";
import type { DraftOverview, NotStarted, SectionOverview, VersionStanding, YoungPeopleOverview } from "./drafting-view.ts";
import { listOverrides } from "./freeze-version.server.ts";
import type { Readiness } from "./readiness.ts";
import { findLastAuthor } from "./review/last-author.server.ts";
import { countWords } from "./text/word-count.ts";
import { listSignatures, listVersionSeats } from "./version.server.ts";
import type { VersionSummary } from "./version-view.ts";
import { readSummaries } from "./version-queries.server.ts";
import { type DocumentKind, documentWords } from "./vocabulary.ts";

/** A draft as a transaction sees it, for a person who may read it. */
export async function readDraft(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<Draft | null> {
  return forbid(tx.me, "read-drafts", { partnershipId }) ? null : findDraft(tx, partnershipId, kind);
}

/** The readiness of a draft without compiling it. */
export async function readReadiness(tx: SessionTx, draft: Draft): Promise<Readiness> {
  return checkText(draft, await listOverrides(tx, draft.document.id));
}

/** The names of people the actor may know, by id. */
export async function readNames(tx: SessionTx, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const asked = ids.filter((id): id is string => id !== null);
  const rows = asked.length === 0 ? [] : await tx.db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, asked));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

/** The draft of a document with its state, or what starting one would create; null when the actor may not know. */
export async function findOverview(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<DraftOverview | NotStarted | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return readNotStarted(tx, partnershipId, kind);
    const readiness = await readReadiness(tx, draft);
    const rows = coverage(draft.items, draft.sections, draft.gaps);
    const comments = await countOpenComments(tx, draft.document.id);
    const all = draft.sections.map((section, at) => overviewOf(draft, readiness, at, comments.get(section.id) ?? 0));
    return {
      started: true,
      details: draft.document,
      revision: draft.document.revision,
      edition: draft.edition,
      editedAt: draft.document.savedAt,
      editedBy: await readLastEditor(tx, draft.document),
      today: tx.today,
      sections: all.filter((_section, at) => draft.sections[at]?.audience === "everyone"),
      youngPeople: await readYoungPeople(tx, draft, all),
      coverage: rows.flatMap((row) => {
        const item = draft.items.find((each) => each.id === row.itemId);
        return item ? [{ ...row, confidence: item.confidence, inForceNote: item.inForceNote }] : [];
      }),
      readiness,
      file: draft.file && { name: draft.file.name, size: draft.file.size, pages: draft.file.pages },
      review: draft.review.state,
      versions: await readStandings(tx, partnershipId, kind),
      nextNumber: (draft.latestVersion?.number ?? 0) + 1,
      unchangedSince: unchangedSince(draft, await readSummaries(tx, partnershipId, kind)),
    };
  });
}

async function readNotStarted(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<NotStarted | null> {
  const directory = forbid(tx.me, "read-drafts", { partnershipId }) ? null : await findDirectory(tx, partnershipId);
  if (!directory) return null;
  return { started: false, edition: directory.edition, items: (await listGuidanceItems(tx, directory.edition.id, documentWords(kind).guidance)).length };
}

function overviewOf(draft: Draft, { errors }: Readiness, at: number, openComments: number): SectionOverview {
  const section = draft.sections[at];
  if (!section) throw new Error("no such section");
  const empty = section.body.trim() === "";
  return {
    id: section.id,
    number: at + 1,
    title: section.title,
    empty,
    problems: empty ? 0 : errors.filter((line) => line.place.kind === "section" && line.place.sectionId === section.id).length,
    words: countWords(section.body),
    openComments,
    items: draft.items.filter((item) => section.items.includes(item.id)).map(({ id, title, strength, inForce }) => ({ id, title, strength, inForce })),
  };
}

async function readYoungPeople(tx: SessionTx, draft: Draft, all: readonly SectionOverview[]): Promise<YoungPeopleOverview> {
  const [page] = await tx.db
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.documentId, draft.document.id), eq(sections.audience, "young-people")));
  if (!page) return { state: "not-started" };
  const section = all.find((each) => each.id === page.id);
  return section ? { state: "there", section } : { state: "removed", sectionId: page.id };
}

/** The newest version, when freezing again would only ask everybody to sign the same words once more. */
export function unchangedSince(draft: Draft, versions: readonly VersionSummary[]): number | null {
  const [newest] = versions;
  if (!newest || draft.document.savedAt > newest.frozenAt) return null;
  return ["awaiting", "approved", "scheduled", "published"].includes(newest.status) ? newest.number : null;
}

/** The name of whoever made the last change of a draft, as the ledger has it. */
async function readLastEditor(tx: SessionTx, document: { id: string; partnershipId: string }): Promise<string | null> {
  const personId = await findLastAuthor(tx, document);
  return (await readNames(tx, [personId]))(personId);
}

/** The published version and the newest one, with the seats that the newest still waits for. */
async function readStandings(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<VersionStanding[]> {
  const all = await readSummaries(tx, partnershipId, kind);
  const told = all.filter((version, at) => version.status === "published" || (at === 0 && version.status !== "superseded"));
  const standings = told.map(async (version) => {
    const signed = new Set((await listSignatures(tx, version.id)).map((signature) => signature.seatId));
    const missing = version.status === "awaiting" ? (await listVersionSeats(tx, version.id)).filter((seat) => !signed.has(seat.seatId)) : [];
    const { number, status, publishedAt, approvedAt, closedAt, required } = version;
    return { number, status, publishedAt, approvedAt, closedAt, required, missing: missing.map((seat) => seat.organisation) };
  });
  return (await Promise.all(standings)).sort((a, b) => a.number - b.number);
}

/** A draft's details with their stamp, and whether a version was ever frozen; null without a draft the actor may see. */
export async function findDetails(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<(DraftDetails & { stamp: string; frozenBefore: boolean }) | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return null;
    const { title, inForceFrom, nextReviewOn, changeNote } = draft.document;
    const details = { title, inForceFrom, nextReviewOn, changeNote };
    return { ...details, stamp: detailsStamp(details), frozenBefore: draft.latestVersion !== null };
  });
}

/** The sections that were removed and can be put back, latest first. */
export async function listRemoved(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<{ id: string; title: string; removedAt: Date }[]> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return [];
    const rows = await tx.db
      .select({ id: sections.id, title: sections.title, removedAt: sections.removedAt })
      .from(sections)
      .where(and(eq(sections.documentId, draft.document.id), isNotNull(sections.removedAt)))
      .orderBy(desc(sections.removedAt));
    return rows.flatMap((row) => (row.removedAt ? [{ ...row, removedAt: row.removedAt }] : []));
  });
}
