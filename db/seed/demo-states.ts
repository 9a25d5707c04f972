import { declineVersion } from "#app/domain/documents/decline-version.server.ts";
import { scheduleVersion } from "#app/domain/documents/schedule/schedule-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { agreeProposal } from "#app/domain/people/agree-proposal.server.ts";
import { proposePartnerChange } from "#app/domain/people/partners/propose-change.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";

import { publish, signedBy, writeDraft } from "./demo-arrangements.ts";
import type { Stage } from "./demo.ts";
import { demoAdministrator } from "./demo-people.ts";
import { form, must } from "./outcomes.ts";

const model = { texts: "model" } as const;

/** The states a partnership can be found in: withdrawn, declined with a seat vacant, scheduled, in the middle of a succession. */
export async function seedStates(stage: Stage): Promise<void> {
  await withdrawn(stage);
  await declined(stage);
  await scheduled(stage);
  await succeeding(stage);
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
  const seatId = await seatOf(actor, partnershipId);
  const reason = "Please say in section 4 how officers reach the front door outside office hours. The rest is agreed.";
  must(await declineVersion(actor, { partnershipId, versionId, seatId, reason }, form()));
}

/** Thornby's version is signed by all and publishes itself in the new year. */
async function scheduled(stage: Stage): Promise<void> {
  const slug = "thornby";
  await stage.at("2026-10-26T09:00:00Z");
  await writeDraft(stage, slug, "Nell Hartigan", { inForceFrom: "2027-01-11", nextReviewOn: "2028-01-11", changeNote: null }, model);
  const versionId = await signedBy(stage, slug, "Nell Hartigan", "2026-11-04T10:20:00Z", [
    ["Georgina Halse", "2026-11-05T07:58:00Z"],
    ["Yusuf Penrose", "2026-11-06T12:31:00Z"],
    ["Ivo Brackenbury", "2026-11-09T18:06:00Z"],
  ]);
  await stage.at("2026-11-10T09:12:00Z");
  const dueAt = new Date("2027-01-11T09:00:00Z");
  must(await scheduleVersion(await stage.actor("Nell Hartigan"), { partnershipId: await stage.partnershipId(slug), versionId, dueAt }, form()));
  // The queue goes by the real time and not by the stage's.
  await stage.sql`update pgboss.job set start_after = ${dueAt} where name = 'publish-scheduled'`;
}

/** Larkwater's health board was merged; one of the two bodies that must agree to its successor's seat has. */
async function succeeding(stage: Stage): Promise<void> {
  const slug = "larkwater";
  const partnershipId = await stage.partnershipId(slug);
  await stage.at("2026-05-18T09:00:00Z");
  await writeDraft(stage, slug, "Gideon Marsh", { inForceFrom: "2026-07-06", nextReviewOn: "2027-07-06", changeNote: null }, model);
  await signedBy(stage, slug, "Gideon Marsh", "2026-06-15T09:40:00Z", [
    ["Phyllida Grange", "2026-06-16T08:25:00Z"],
    ["Barnaby Locke", "2026-06-18T15:10:00Z"],
    ["Ivo Brackenbury", "2026-06-22T09:55:00Z"],
  ]);
  await publish(stage, slug, "Gideon Marsh", "2026-07-06T08:00:00Z");
  await stage.at("2026-11-16T10:00:00Z");
  const seatId = await seatOf(await stage.actor("Barnaby Locke"), partnershipId);
  const reason = "NHS Larkwater ICB was merged into NHS Larkwater and Thornby ICB on 1 October 2026. Its lead and delegate go on in the new board.";
  const { proposalId } = must(await proposePartnerChange(await stage.actor("Gideon Marsh"), { kind: "succeed-partner", partnershipId, seatId, carryFrom: seatId, on: "2026-10-01", reason }, form()));
  await stage.at("2026-11-17T07:36:00Z");
  const council = await stage.actor("Phyllida Grange");
  must(await agreeProposal(council, { partnershipId, proposalId, seatId: await seatOf(council, partnershipId) }, form()));
}

/** The seat that somebody leads in a partnership. */
async function seatOf(actor: SessionActor, partnershipId: string): Promise<string> {
  const held = await as(actor, async (tx) => tx.me.holds.find((holding) => holding.role === "lsp" && holding.partnershipId === partnershipId));
  if (!held?.seatId) throw new Error("leads no seat there");
  return held.seatId;
}
