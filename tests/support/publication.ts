import { freezeVersion } from "#app/domain/documents/freeze-version.server.ts";
import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { signVersion } from "#app/domain/documents/sign-version.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { as } from "#db/client.server.ts";

import type { TestDatabase } from "./database.ts";
import { addPartnership, addReadyDraft, submission, type TestPartnership } from "./partnership.ts";
import { withoutReview } from "./review.ts";
import { freezeDraft, signEverySeat } from "./signing.ts";

function need<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal}: ${outcome.detail ?? ""}`);
  return outcome.value;
}

/** A partnership whose directory is published, with a draft ready to freeze. */
export async function addPublicPartnership(database: TestDatabase, slug: string, kinds?: Parameters<typeof addPartnership>[2]): Promise<TestPartnership> {
  const partnership = await addPartnership(database.sql, slug, kinds);
  await addReadyDraft(database.sql, partnership.id, partnership.businessManager.personId);
  await republishDirectory(partnership);
  return partnership;
}

export async function republishDirectory(partnership: TestPartnership): Promise<void> {
  await as(partnership.businessManager.actor, (tx) => publishDirectory(tx, partnership.id));
}

/** The same for a draft at whatever revision, and of one's own making. */
export async function publishDraft({ sql }: TestDatabase, partnership: TestPartnership): Promise<{ versionId: string; number: number }> {
  const frozen = await freezeDraft(sql, partnership);
  await signEverySeat(partnership, frozen.versionId);
  need(await publishVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId: frozen.versionId }, submission()));
  return frozen;
}

/** Freezes the draft as it is, has every seat sign it, and publishes it: all by the portal's own commands. */
export async function publishArrangements(partnership: TestPartnership): Promise<{ versionId: string; number: number }> {
  const { id: partnershipId, businessManager } = partnership;
  const { versionId, number } = need(await freezeVersion(businessManager.actor, { partnershipId, kind: "arrangements", revision: 1, reasons: withoutReview }, submission({ revision: 1 })));
  for (const seat of partnership.seats) {
    need(await signVersion(seat.lead.actor, { partnershipId, versionId, seatId: seat.id }, submission({ seat: seat.id })));
  }
  need(await publishVersion(businessManager.actor, { partnershipId, versionId }, submission()));
  return { versionId, number };
}
