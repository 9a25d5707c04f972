import { heldOn, holdsOn, type Held, timelineOf } from "#app/domain/people/rules.ts";

import type { PublishedPost, StoredDirectory } from "./record.ts";

/** Somebody's time in an office, as a page shows it. `who` is null where the name is withheld. */
export interface HeldBy extends Held {
  who: string | null;
  office: string;
  acting: boolean;
}

/** An office with everybody who has held it. */
export interface OfficeToTell {
  key: string;
  /** "Lead safeguarding partner, Northmoor Council" */
  label: string;
  /** When the office exists. */
  exists: Held;
  holders: readonly HeldBy[];
}

/** An office on one day and over all its time. A stretch without a holder is a vacancy. */
export interface OfficeHistory {
  key: string;
  label: string;
  /** `not-there`: the office did not exist that day. */
  onDay: { state: "held"; holder: HeldBy } | { state: "vacant"; since: string } | { state: "not-there" };
  stretches: { since: string; until: string | null; holder: HeldBy | null }[];
}

/** Who held each office on a day, and each office's whole time. @param day ISO date */
export function historyOf(offices: readonly OfficeToTell[], day: string): OfficeHistory[] {
  return offices.map(({ key, label, exists, holders }) => {
    const holder = heldOn(holders, day);
    const stretches = timelineOf(holders, exists);
    const vacancy = stretches.find((stretch) => stretch.holder === null && holdsOn(stretch, day));
    const onDay = holder ? { state: "held" as const, holder } : vacancy ? { state: "vacant" as const, since: vacancy.since } : { state: "not-there" as const };
    return { key, label, onDay, stretches };
  });
}

type PublicDirectory = Pick<StoredDirectory, "chair" | "scrutineer"> & { seats: readonly Pick<StoredDirectory["seats"][number], "id" | "organisation" | "lead" | "delegate">[] };

/** The offices that the public is told of: leads, delegates, chair, scrutineer. */
export function publicOffices({ seats, chair, scrutineer }: PublicDirectory): OfficeToTell[] {
  const told = (key: string, label: string, post: PublishedPost | null): OfficeToTell[] => (post ? [toTell(key, label, post)] : []);
  return [
    ...seats.flatMap((seat) => [
      ...told(`lead-${seat.id}`, `Lead safeguarding partner, ${seat.organisation}`, seat.lead),
      ...told(`delegate-${seat.id}`, `Delegated safeguarding partner, ${seat.organisation}`, seat.delegate),
    ]),
    ...told("chair", "Partnership chair", chair),
    ...told("scrutineer", "Independent scrutineer", scrutineer),
  ];
}

function toTell(key: string, label: string, { office, since, until = null, holders }: PublishedPost): OfficeToTell {
  const first = holders[0]?.since;
  return {
    key,
    label,
    exists: { since: since ?? first ?? "0001-01-01", until },
    holders: holders.map((holder) => ({ who: holder.name, office: holder.office ?? office, since: holder.since, until: holder.until, acting: holder.acting })),
  };
}

/** The first day of which anything is recorded. */
export function firstDayOf(offices: readonly OfficeToTell[]): string | null {
  const days = offices.flatMap(({ exists, holders }) => [exists.since, ...holders.map((holder) => holder.since)]).filter((day) => day !== "0001-01-01");
  return days.sort()[0] ?? null;
}
