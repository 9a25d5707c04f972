import { type DocumentKind, documentWords, type VersionStatus } from "./vocabulary.ts";

/** Where a version may go from each state. The database enforces the same list (trigger versions_guard). */
export const transitions: Record<VersionStatus, readonly VersionStatus[]> = {
  awaiting: ["approved", "declined", "superseded"],
  approved: ["scheduled", "published", "superseded"],
  scheduled: ["approved", "published", "superseded"],
  published: ["superseded", "withdrawn"],
  superseded: [],
  withdrawn: [],
  declined: [],
};

export function mayBecome(from: VersionStatus, to: VersionStatus): boolean {
  return transitions[from].includes(to);
}

/** The seats that have not signed, of those a version requires. */
export function missingSeats<Seat extends { seatId: string }>(required: readonly Seat[], signed: readonly { seatId: string }[]): Seat[] {
  const done = new Set(signed.map((signature) => signature.seatId));
  return required.filter((seat) => !done.has(seat.seatId));
}

/** How long a confirmation of identity lasts before signing, appointing, publishing or withdrawing. */
export const confirmationMinutes = 5;

export function isConfirmed(confirmedAt: Date | null, now: Date): boolean {
  return confirmedAt !== null && now.getTime() - confirmedAt.getTime() < confirmationMinutes * 60_000;
}

/**
 * The two sentences a lead safeguarding partner ticks. The words on screen, in the signed statement and on the record
 * are these very strings.
 */
export function declaration(kind: DocumentKind, organisation: string): readonly [string, string] {
  const { these, them } = documentWords(kind);
  return [
    `I have read ${these} and agree to ${them} on behalf of ${organisation}.`,
    "I understand that my signature, name and office will be published.",
  ];
}

/** More sections than any document has; a form can still name each of them. */
export const mostSections = 100;

export type Direction = "up" | "down";

/** The same things with the one at `at` moved one place; null when there is no such place or no such thing. */
export function moved<T>(order: readonly T[], at: number, direction: Direction): T[] | null {
  const to = direction === "up" ? at - 1 : at + 1;
  const from = order[at];
  const other = order[to];
  if (from === undefined || other === undefined) return null;
  return order.with(at, other).with(to, from);
}
