import { icbSeatsOn } from "#app/domain/bodies/icb-cover.ts";
import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";
import { delegationOn, heldOn, holdsOn } from "#app/domain/people/rules.ts";

import { pathTo } from "./addresses.ts";
import { partnerChanges } from "./partner-changes.ts";
import type { DirectoryFacts, DocumentOutline, PublicPost, PublishedPost, StoredDirectory } from "./record.ts";
import { readableStates, type CorrectableField, type NoticeState, type PublicationState } from "./vocabulary.ts";

export interface Notice {
  state: NoticeState;
  /** RFC 3339. */
  at: string;
  reason: string | null;
}

/** A correction of a note beside a published version, itself public. */
export interface Correction {
  field: CorrectableField;
  /** RFC 3339. */
  at: string;
  /** The office whose holder made it. */
  office: string;
  /** What it read until then; empty when there was nothing. */
  before: string;
  after: string;
  reason: string;
}

/** A published version of a document, as a list shows it. */
export interface PublishedVersion {
  publicationId: string;
  versionId: string;
  kind: DocumentKind;
  number: number;
  /** RFC 3339. */
  publishedAt: string;
  /** `file`: the PDF made elsewhere that is part of it. */
  sha256: { content: string; html: string; pdf: string; file?: string };
  state: PublicationState;
  notices: Notice[];
  /** Oldest first. None of a version taken down. */
  corrections: Correction[];
}

/** Who is accountable in a partnership, as last published. */
export interface PublishedDirectory {
  facts: DirectoryFacts;
  firstPublishedAt: string;
  publishedAt: string;
  updates: number;
}

/** A published document: its versions, newest first, and today's date in London. Empty when nothing was published. */
export interface PublishedDocument {
  today: string;
  versions: PublishedVersion[];
}

/** A published version and what it belongs to. */
export interface FoundVersion {
  slug: string;
  partnershipId: string;
  version: PublishedVersion;
  /** Which of its bytes has the hash asked for. */
  format: "content" | "html" | "pdf" | "file";
}

/** Taken down comes before withdrawn, and withdrawn before superseded, whatever the order in which they happened. */
export function stateOf(notices: readonly Pick<Notice, "state">[]): PublicationState {
  const has = (state: NoticeState) => notices.some((notice) => notice.state === state);
  if (has("taken-down") || has("erased")) return "taken-down";
  if (has("withdrawn")) return "withdrawn";
  return has("superseded") ? "superseded" : "published";
}

export function isReadable(state: PublicationState): boolean {
  return readableStates.includes(state);
}

export function noticeOf(version: Pick<PublishedVersion, "notices">, state: NoticeState): Notice | undefined {
  return version.notices.find((notice) => notice.state === state);
}

export function correctionsOf(version: { corrections: readonly Correction[] }, field: CorrectableField): Correction[] {
  return version.corrections.filter((correction) => correction.field === field);
}

/** What a note reads now: as last corrected, or as it was published. */
export function correctedNote(version: { corrections: readonly Correction[] }, field: CorrectableField, published: string | null): string | null {
  return correctionsOf(version, field).at(-1)?.after ?? published;
}

/** Seats whose lead safeguarding partner's post nobody holds. */
export function vacantSeats(facts: Pick<DirectoryFacts, "seats">): DirectoryFacts["seats"] {
  return facts.seats.filter((seat) => seat.lead.holder === null);
}

export { showSize } from "#app/domain/shared/sizes.ts";

/** The first and last six digits of a hash, for places where the whole would not be read. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 6)}…${sha256.slice(-4)}`;
}

export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** Reads a hash as people paste it: spaces, line breaks, capitals and a leading "sha256:" are let pass. Null when it is none. */
export function readSha256(typed: string): string | null {
  const hash = typed.toLowerCase().replace(/\s+/g, "").replace(/^sha-?256[:=]/, "");
  return isSha256(hash) ? hash : null;
}

/** The version with this number, as it stands in an address: digits without a leading zero. */
export function findVersion(versions: readonly PublishedVersion[], number: string): PublishedVersion | undefined {
  return versions.find((version) => String(version.number) === number);
}

/** Where the page for children and young people of a version is; null when it has none. */
export function youngPeoplePath(slug: string, version: Pick<PublishedVersion, "kind" | "number" | "state">, { sections }: Pick<DocumentOutline, "sections">): string | null {
  if (!sections.some((section) => section.audience === "young-people")) return null;
  return pathTo.youngPeople({ slug, kind: version.kind }, version.state === "published" ? undefined : version.number);
}

/** The version that a reader would compare this one with: the nearest earlier one that can be read. @param versions newest first */
export function earlierReadable(versions: readonly PublishedVersion[], version: Pick<PublishedVersion, "number">): PublishedVersion | undefined {
  return versions.find((each) => each.number < version.number && isReadable(each.state));
}

/**
 * What the address of the current document answers as a file: the version now published, or the one taken down, so that
 * the answer is 410; nothing when the newest was withdrawn.
 */
export function currentOrLost(versions: readonly PublishedVersion[]): PublishedVersion | undefined {
  const [newest] = versions;
  return newest?.state === "published" || newest?.state === "taken-down" ? newest : undefined;
}

/** Who is accountable on a day, out of everybody the directory knows of. @param today ISO date */
export function directoryOn(stored: StoredDirectory, today: string): DirectoryFacts {
  const on = (post: PublishedPost): PublicPost => postOn(post, today);
  const delegateOn = (post: PublishedPost | null): PublicPost | null => post && postOn(post, today, true);
  const seats = stored.seats.filter(({ since = today, until = null }) => holdsOn({ since, until }, today));
  const { icbCover = [], seats: all, representatives: _theirs, ...facts } = stored;
  return {
    ...facts,
    icbs: icbSeatsOn(icbCover, stored.areas, seats.map((seat) => seat.organisationCode), today),
    changes: partnerChanges(all),
    seats: seats.map(({ id, kind, organisation, organisationCode, lead, delegate }) => ({ id, kind, organisation, organisationCode, lead: on(lead), delegate: delegateOn(delegate) })),
    chair: stored.chair && on(stored.chair),
    scrutineer: stored.scrutineer && on(stored.scrutineer),
  };
}

function postOn({ office, holders }: PublishedPost, day: string, isDelegate = false): PublicPost {
  const held = heldOn(holders, day);
  if (!held) return { office, holder: null };
  const { name, since, until, acting, delegations = [], terms } = held;
  const delegation = isDelegate ? { delegation: delegationOn(delegations, day) } : {};
  return { office: held.office ?? office, holder: { name, since, until, acting, ...delegation, ...(terms ? { terms } : {}) } };
}

/** Versions, notices and corrections are only ever added, so their numbers say whether anything about a document changed since. */
export function writeState({ today, versions, notices, corrections }: { today: string; versions: number; notices: number; corrections: number }): string {
  return [today, versions, notices, corrections].join(" ");
}

/** Everything that the pages of a document depend on besides their addresses. */
export function stateOfDocument({ today, versions }: PublishedDocument): string {
  const all = (of: (version: PublishedVersion) => readonly unknown[]) => versions.reduce((sum, version) => sum + of(version).length, 0);
  return writeState({ today, versions: versions.length, notices: all((version) => version.notices), corrections: all((version) => version.corrections) });
}
