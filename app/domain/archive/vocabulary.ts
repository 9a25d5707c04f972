import { documentWords, type StandingKind, standingKinds } from "#app/domain/documents/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showExtent } from "#app/domain/shared/sizes.ts";

/** What an earlier document may be: one of the kinds that are signed here now, or a yearly report. */
export const archiveKinds = [...standingKinds, "yearly-report"] as const;
export type ArchiveKind = StandingKind | "yearly-report";

export const archiveKindLabels: Record<ArchiveKind, string> = {
  arrangements: documentWords("arrangements").name,
  "threshold-document": documentWords("threshold-document").name,
  "assessment-protocol": documentWords("assessment-protocol").name,
  "yearly-report": "Yearly report",
};

/** The kind that a word names, or null. */
export function readArchiveKind(word: string | null): ArchiveKind | null {
  return archiveKinds.find((kind) => kind === word) ?? null;
}

/** What people say of an earlier document. Dates are ISO. */
export interface ArchiveDetails {
  kind: ArchiveKind;
  title: string;
  /** The time it was about or in force. */
  periodFrom: string | null;
  periodTo: string | null;
  /** When it was first published, elsewhere. */
  publishedOn: string | null;
  /** Where it is, when it is not only a file here. */
  link: string | null;
}

/** The PDF of an entry. `size` is in bytes; `heldBy` is the publication whose bytes it is. */
export interface ArchiveFile {
  sha256: string;
  size: number;
  pages: number;
  heldBy: string;
}

/** What people wrote of one state of an entry: a body of its publication, so that removing the entry hides it. */
export interface ArchiveOutline extends Pick<ArchiveDetails, "title" | "link"> {
  /** The office of whoever added or corrected it. */
  office: string;
  /** Why this state took the place of the one before; null for the first. */
  reason: string | null;
  /** Random, so that the hash of few words tells nobody the words. */
  salt: string;
}

/** One state of an entry, as its publication holds it beside the outline. */
export interface StoredArchiveEntry extends Omit<ArchiveDetails, "title" | "link"> {
  partnership: { id: string; slug: string; name: string };
  entryId: string;
  /** Counts the entry's states from 1. */
  revision: number;
  file: ArchiveFile | null;
}

/** "1 April 2023 to 31 March 2024", "From 29 September 2019", or null. */
export function periodText({ periodFrom, periodTo }: Pick<ArchiveDetails, "periodFrom" | "periodTo">): string | null {
  if (periodFrom && periodTo) return `${showDate(periodFrom)} to ${showDate(periodTo)}`;
  if (periodFrom) return `From ${showDate(periodFrom)}`;
  return periodTo ? `Until ${showDate(periodTo)}` : null;
}

type Said = ArchiveDetails & { file: Pick<ArchiveFile, "sha256" | "size" | "pages"> | null };

/** What an entry said before a correction, a sentence for each thing that was put right. */
export function whatItSaid(before: Said, after: Said): string[] {
  const lines: string[] = [];
  const changed = (what: string, old: string | null, now: string | null, none: string) => {
    if (old !== now) lines.push(old === null ? `${what}: ${none}.` : `${what}: it used to say “${old}”.`);
  };
  changed("Kind", archiveKindLabels[before.kind], archiveKindLabels[after.kind], "none");
  changed("Title", before.title, after.title, "none");
  changed("Period", periodText(before), periodText(after), "it was not stated");
  changed("Published", before.publishedOn && showDate(before.publishedOn), after.publishedOn && showDate(after.publishedOn), "it was not stated");
  changed("Web address", before.link, after.link, "there was none");
  if (before.file?.sha256 !== after.file?.sha256) lines.push(before.file ? `PDF: there was another, ${showExtent(before.file)}, fingerprint ${before.file.sha256}.` : "PDF: there was none.");
  return lines;
}
