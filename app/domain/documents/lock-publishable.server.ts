import { forbid } from "#app/domain/access/require.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";

import { namesWithheldAgency } from "./names-withheld-agency.server.ts";
import { isConfirmed, missingSeats } from "./rules.ts";
import { listSignatures, listVersionSeats, lockVersion, type VersionRow } from "./version.server.ts";

/**
 * Locks a version that every seat has signed, for somebody who may publish it and has just confirmed who they are: to
 * publish it now, or to set the time. Refusals: not-permitted, not-found, not-every-seat-signed (detail names the
 * missing), version-not-in-that-state, agency-name-withheld, identity-not-confirmed.
 */
export async function lockPublishable(tx: SessionTx, { partnershipId, versionId }: { partnershipId: string; versionId: string }): Promise<Outcome<VersionRow>> {
  const forbidden = forbid(tx.me, "publish", { partnershipId });
  if (forbidden) return forbidden;
  const version = await lockVersion(tx, partnershipId, versionId);
  if (!version) return refused("not-found");
  if (version.status === "awaiting") {
    const missing = missingSeats(await listVersionSeats(tx, versionId), await listSignatures(tx, versionId));
    return refused("not-every-seat-signed", `Still to sign: ${missing.map((seat) => seat.organisation).join(", ")}.`);
  }
  if (version.status !== "approved" && version.status !== "scheduled") return refused("version-not-in-that-state");
  if (await namesWithheldAgency(tx, version)) return refused("agency-name-withheld");
  if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
  return done(version);
}
