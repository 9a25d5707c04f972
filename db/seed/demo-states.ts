import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { as } from "#db/client.server.ts";

import { form, must, publish, signedBy, writeDraft } from "./demo-arrangements.ts";
import type { Stage } from "./demo.ts";
import { demoAdministrator } from "./demo-people.ts";

const model = { texts: "model" } as const;

/** The states a partnership can be found in: withdrawn, declined with a seat vacant, scheduled, in the middle of a succession. */
export async function seedStates(stage: Stage): Promise<void> {
  await withdrawn(stage);
  await declined(stage);
}

/** Kestrel Dale published, and withdrew when a change of law had made a section wrong. */
async function withdrawn(stage: Stage): Promise<void> {
  const slug = "kestrel-dale";
  await stage.at("2026-04-27T09:00:00Z");
  await writeDraft(stage, slug, "Wilf Tansley", { inForceFrom: "2026-06-01", nextReviewOn: "2027-06-01", changeNote: null }, model);
  const versionId = await signedBy(stage, slug, "Wilf Tansley", "2026-05-11T09:30:00Z", [
    ["Hugh Merrick", "2026-05-12T07:44:00Z"],
    ["Winifred Tarn", "2026-05-14T13:02:00Z"],
    ["Rosa Winterbourne", "2026-05-19T17:21:00Z"],
  ]);
  await publish(stage, slug, "Wilf Tansley", "2026-06-01T08:00:00Z");
  await stage.at("2026-07-01T08:30:00Z");
  const partnershipId = await stage.partnershipId(slug);
  const administrator = await stage.actor(demoAdministrator);
  await as(administrator, (tx) => publishDirectory(tx, partnershipId));
  await stage.at("2026-10-12T10:05:00Z");
  const reason = "The section on placements in residential homes named a route that the police no longer use. A corrected version is being signed.";
  must(await withdrawVersion(await stage.actor("Cornelius Ashby"), { partnershipId, versionId, reason }, form()));
}

/** Saltmarsh has nobody in its council's seat, and its police lead asked for a change before signing. */
async function declined(stage: Stage): Promise<void> {
  const slug = "saltmarsh";
  await stage.at("2026-10-05T09:00:00Z");
  await writeDraft(stage, slug, "Tamsin Oare", { inForceFrom: "2026-12-07", nextReviewOn: "2027-12-07", changeNote: null }, model);
  const versionId = await signedBy(stage, slug, "Tamsin Oare", "2026-10-19T13:15:00Z", [["Desmond Rook", "2026-10-20T08:02:00Z"]]);
  await stage.at("2026-10-22T16:48:00Z");
  const actor = await stage.actor("Lionel Thackeray");
  const partnershipId = await stage.partnershipId(slug);
  const [seat] = await as(actor, async (tx) => tx.me.holds.filter((holding) => holding.role === "lsp" && holding.partnershipId === partnershipId));
  const reason = "Please say in section 4 how officers reach the front door outside office hours. The rest is agreed.";
  must(await declineVersion(actor, { partnershipId, versionId, seatId: seat?.seatId ?? "", reason }, form()));
}
