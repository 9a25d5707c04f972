import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { concernContacts } from "#db/schema/index.ts";

import type { ConcernContact } from "./contact.ts";
import { lastRevision } from "./contacts.server.ts";
import { listAreas } from "./queries.server.ts";

export interface RecordContactInput {
  partnershipId: string;
  /** The official code of one of its areas. */
  areaCode: string;
  /** The revision the form showed; 0 when nothing was recorded. */
  revision: number;
  /** Null takes the numbers away: the public is shown the national ones. */
  contact: ConcernContact | null;
}

/**
 * Records and publishes whom to call about a child in one area, as checked today; saying the same again renews that day.
 * Refusals: not-found (no such area here), not-permitted, stale, nothing-to-change (nothing to take away).
 */
export async function recordContact(actor: SessionActor, input: RecordContactInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  const { partnershipId, areaCode, contact } = input;
  return change(actor, "record-concern-contact", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-contacts", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const area = (await listAreas(tx, partnershipId)).find((each) => each.code === areaCode);
    if (!area) return refused("not-found");
    const last = await lastRevision(tx.db, partnershipId, area.id);
    if (last !== input.revision) return refused("stale");
    if (last === 0 && !contact) return refused("nothing-to-change");
    const revision = last + 1;
    await tx.db.insert(concernContacts).values({ ...contact, partnershipId, areaId: area.id, revision, checkedOn: tx.today, recordedAt: tx.now, recordedBy: tx.me.personId });
    await appendToLedger(tx, { type: contact ? "concern-contact.recorded" : "concern-contact.removed", partnershipId, data: { areaCode, revision } });
    await publishDirectory(tx, partnershipId);
    return done({ revision });
  });
}
