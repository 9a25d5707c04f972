import { type ArchiveDetails, type ArchiveFile, archiveKindLabels, type ArchiveOutline, type StoredArchiveEntry, whatItSaid } from "#app/domain/archive/vocabulary.ts";

import { pathTo } from "./addresses.ts";

/** One state of one entry, as it was published. Moments are RFC 3339. */
export interface ArchiveState {
  publicationId: string;
  at: string;
  facts: StoredArchiveEntry;
  /** Null once the entry was taken off the list. */
  outline: ArchiveOutline | null;
  removed: { at: string; reason: string | null; erasedAt: string | null } | null;
}

/** How an entry was put right. */
export interface ArchiveCorrection {
  at: string;
  office: string;
  reason: string;
  /** What it said before, a sentence each. */
  before: string[];
}

/** An earlier document as the public list shows it now. */
export interface ArchiveEntry extends ArchiveDetails {
  entryId: string;
  revision: number;
  file: ArchiveFile | null;
  addedAt: string;
  changedAt: string;
  /** Oldest first. */
  corrections: ArchiveCorrection[];
}

/** An entry that was taken off the list. */
export interface RemovedEntry {
  entryId: string;
  removedAt: string;
  reason: string | null;
  /** When what was stored of it was erased for good; null while it is not. */
  erasedAt: string | null;
}

export interface Archive {
  /** The latest period first. */
  entries: ArchiveEntry[];
  /** The last to go first. */
  removed: RemovedEntry[];
}

/** The list as it stands. @param states oldest first */
export function archiveOf(states: readonly ArchiveState[]): Archive {
  const entries: ArchiveEntry[] = [];
  const removed: RemovedEntry[] = [];
  for (const entryId of new Set(states.map((state) => state.facts.entryId))) {
    const its = states.filter((state) => state.facts.entryId === entryId);
    const gone = its.find((state) => state.removed !== null)?.removed;
    const first = its[0];
    const last = its.at(-1);
    if (gone) removed.push({ entryId, removedAt: gone.at, reason: gone.reason, erasedAt: gone.erasedAt });
    else if (first && last) entries.push({ ...said(last), entryId, revision: last.facts.revision, addedAt: first.at, changedAt: last.at, corrections: its.flatMap((state, at) => correctionOf(its[at - 1], state)) });
  }
  return { entries: inOrder(entries), removed: removed.sort((a, b) => b.removedAt.localeCompare(a.removedAt)) };
}

/** What a state put right; nothing when it was the first. */
export function correctionOf(before: ArchiveState | undefined, state: ArchiveState): ArchiveCorrection[] {
  if (!before || !state.outline || state.outline.reason === null) return [];
  return [{ at: state.at, office: state.outline.office, reason: state.outline.reason, before: whatItSaid(said(before), said(state)) }];
}

function said({ facts, outline }: ArchiveState): ArchiveDetails & { file: ArchiveFile | null } {
  const { kind, periodFrom, periodTo, publishedOn, file } = facts;
  return { kind, title: outline?.title ?? "", periodFrom, periodTo, publishedOn, link: outline?.link ?? null, file };
}

/** By what they were about, latest first; what has no date is last. */
export function inOrder(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const day = ({ periodTo, periodFrom, publishedOn }: ArchiveEntry) => periodTo ?? periodFrom ?? publishedOn ?? "";
  return [...entries].sort((a, b) => day(b).localeCompare(day(a)) || a.title.localeCompare(b.title, "en-GB"));
}

/** What the browser saves a PDF as: "northmoor-yearly-report-2024-03-31.pdf". */
export function archiveFileName(slug: string, { kind, periodTo, periodFrom, publishedOn }: ArchiveEntry): string {
  return `${[slug, kind, periodTo ?? periodFrom ?? publishedOn ?? "undated"].join("-")}.pdf`;
}

/** The list as open data. */
export function archiveData(origin: string, slug: string, { entries, removed }: Archive) {
  return {
    entries: entries.map(({ entryId, kind, title, periodFrom, periodTo, publishedOn, link, file, addedAt, changedAt, corrections }) => ({
      entry: entryId,
      kind,
      kindName: archiveKindLabels[kind],
      title,
      periodFrom,
      periodTo,
      publishedOn,
      link,
      file: file && { sha256: file.sha256, size: file.size, pages: file.pages, pdf: origin + pathTo.archiveFile(slug, entryId) },
      addedAt,
      changedAt,
      corrections,
    })),
    removed: removed.map(({ entryId, ...gone }) => ({ entry: entryId, ...gone })),
    links: { html: origin + pathTo.archive(slug) },
  };
}
