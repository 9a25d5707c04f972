import type { SignedFile } from "./text/content.ts";
import type { PublishedOnSchedule, ScheduleView } from "./schedule/rules.ts";
import type { DocumentKind, PartnerKind, VersionStatus } from "./vocabulary.ts";

/** One line of the list of versions. */
export interface VersionSummary {
  id: string;
  number: number;
  title: string;
  status: VersionStatus;
  frozenAt: Date;
  approvedAt: Date | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  takenDownAt: Date | null;
  changeNote: string | null;
  contentSha256: string;
  /** How many seats must sign, and how many have. */
  required: number;
  signed: number;
}

/** A signature as it was made: name and office are those of the signed statement. */
export interface SignatureView {
  personId: string;
  name: string;
  office: string;
  acting: boolean;
  signedAt: Date;
  reference: string;
}

/** A seat that must sign a version: the office at freeze, who holds it today, and its signature if it has signed. */
export interface VersionSeatView {
  seatId: string;
  kind: PartnerKind;
  organisation: string;
  office: string;
  /** Null is a vacancy. */
  holder: { personId: string; name: string; office: string; acting: boolean } | null;
  signature: SignatureView | null;
}

export interface DeclineView {
  seatId: string;
  organisation: string;
  name: string;
  office: string;
  reason: string;
  declinedAt: Date;
}

export interface TakedownView {
  reason: string;
  takenDownAt: Date;
  takenDownBy: string;
  erasureProposedAt: Date | null;
  erasureProposedBy: { personId: string; name: string } | null;
  erasedAt: Date | null;
  erasedBy: string | null;
}

/** A frozen version with everything its page says. */
export interface VersionView extends VersionSummary {
  kind: DocumentKind;
  edition: string;
  inForceFrom: string | null;
  nextReviewOn: string | null;
  warnings: { code: string; text: string; reason: string }[];
  /** The review it was frozen on; otherwise the reason for freezing without one is among the warnings. */
  review: { by: string; at: Date; words: string | null } | null;
  htmlSha256: string;
  /** The PDF made elsewhere that is part of it. */
  file: SignedFile | null;
  pdfSha256: string;
  frozenBy: string | null;
  publishedBy: string | null;
  withdrawnReason: string | null;
  /** The time set for its publication, as long as it stands. */
  schedule: ScheduleView | null;
  /** How it was published, when a job did it at a set time. */
  publishedOnSchedule: PublishedOnSchedule | null;
  seats: VersionSeatView[];
  decline: DeclineView | null;
  /** On which day (ISO) the Secretary of State was told of it, and who recorded that; null until then. */
  toldGovernment: { on: string; recordedBy: string | null } | null;
  takedown: TakedownView | null;
  /** The version that took this one's place, when it is superseded. */
  supersededBy: number | null;
  /** The version the public reads today, whichever it is. */
  publishedNumber: number | null;
  /** The version to compare with: see `comparisonBase`. */
  comparedWith: number | null;
}

/** Where a version stands among the others of its document, as one person knows them. */
interface Known {
  number: number;
  takenDown: boolean;
  /** Whether it was ever published. */
  published: boolean;
  /** Whether this person signed or declined it, and so has read it. */
  readByMe: boolean;
}

/**
 * The earlier version that shows a person what is new to them: the last one they signed or declined,
 * otherwise the last one that was published, otherwise the last one frozen, otherwise none. One taken down shows nothing.
 */
export function comparisonBase(number: number, versions: readonly Known[]): number | null {
  const earlier = versions.filter((version) => version.number < number && !version.takenDown).sort((a, b) => b.number - a.number);
  const read = earlier.find((version) => version.readByMe);
  const published = earlier.find((version) => version.published);
  return read?.number ?? published?.number ?? earlier[0]?.number ?? null;
}

/** What took a superseded version's place: the next one published if it was public, otherwise the next one frozen. */
export function successorOf(version: { number: number; status: VersionStatus; publishedAt: Date | null }, versions: readonly { number: number; publishedAt: Date | null }[]): number | null {
  if (version.status !== "superseded") return null;
  const later = versions.filter((each) => each.number > version.number && (version.publishedAt === null || each.publishedAt !== null));
  return later.length > 0 ? Math.min(...later.map((each) => each.number)) : null;
}
