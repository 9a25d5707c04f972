import { dayBefore, showDate } from "../shared/dates.ts";

/** A statutory partner that was added, ended or succeeded, as everybody reads it. `on` is the first day of what is new. */
export interface PartnerChange {
  on: string;
  /** "NHS Old ICB until 31 March 2026, then NHS New ICB" */
  what: string;
  reason: string;
}

interface Seat {
  id: string;
  organisation: string;
  since?: string;
  until?: string | null;
  addedReason?: string | null;
  endedReason?: string | null;
  successorId?: string | null;
}

/** What changed among the statutory partners, and why, the latest first. Those a partnership began with are no change. */
export function partnerChanges(seats: readonly Seat[]): PartnerChange[] {
  const ended = seats.flatMap((seat) => (seat.until && seat.endedReason ? [{ ...seat, until: seat.until, endedReason: seat.endedReason }] : []));
  const followed = new Set(ended.flatMap((seat) => (seat.successorId ? [seat.successorId] : [])));
  return [
    ...ended.map(({ organisation, until, endedReason, successorId }) => {
      const next = seats.find((seat) => seat.id === successorId);
      return { on: until, what: `${organisation} until ${showDate(dayBefore(until))}${next ? `, then ${next.organisation}` : ""}`, reason: endedReason };
    }),
    ...seats.flatMap(({ id, organisation, since, addedReason }) => (since && addedReason && !followed.has(id) ? [{ on: since, what: `${organisation} from ${showDate(since)}`, reason: addedReason }] : [])),
  ].sort((a, b) => b.on.localeCompare(a.on));
}
