import { roleLabels } from "#app/domain/access/vocabulary.ts";
import { listOffices } from "#app/domain/partnerships/offices.server.ts";
import type { Office } from "#app/domain/partnerships/directory.ts";
import { firstDayOf, historyOf, type OfficeHistory, type OfficeToTell } from "#app/domain/publication/history.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { educationLevelLabels } from "./vocabulary.ts";

export interface History {
  /** ISO dates. */
  today: string;
  on: string;
  /** The first day of which anything is recorded. */
  first: string | null;
  offices: OfficeHistory[];
}

/** Who held each office of the partnership on a day (today, when none is named), and each office's whole time. */
export async function findHistory(actor: SessionActor, partnershipId: string, on: string | null): Promise<History> {
  return as(actor, async (tx) => {
    const offices = (await listOffices(tx.db, partnershipId)).sort(inOrder).map(toTell);
    const day = on ?? tx.today;
    return { today: tx.today, on: day, first: firstDayOf(offices), offices: historyOf(offices, day) };
  });
}

/** Seats first, in their order, each lead before its delegate; then the partnership's own posts, then representatives. */
const order: Record<Office["role"], number> = { lsp: 0, dsp: 0, chair: 1, scrutineer: 2, "business-manager": 3, "agency-contact": 4, "education-representative": 5 };
const inOrder = (a: Office, b: Office) => (a.seatId !== null && a.seatId === b.seatId ? b.role.localeCompare(a.role) : order[a.role] - order[b.role]);

function toTell({ postId, role, organisation, level, since, until, holders }: Office): OfficeToTell {
  const label = [roleLabels[role], level && educationLevelLabels[level].toLowerCase(), organisation].filter(Boolean).join(", ");
  return { key: postId, label, exists: { since, until }, holders: holders.map((holder) => ({ who: holder.name, office: holder.office, since: holder.since, until: holder.until, acting: holder.acting })) };
}
