import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf, leadsOf, signersOf } from "#app/domain/notifications/recipients.server.ts";
import type { SessionTx } from "#db/client.server.ts";

import type { VersionRow } from "./version.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

type Version = Pick<VersionRow, "id" | "partnershipId" | "number" | "frozenBy" | "requiredSeats"> & { kind: DocumentKind };

const wholePartnership: readonly PartnershipRole[] = ["lsp", "dsp", "chair", "business-manager", "scrutineer"];

/** To the lead of every seat that must sign. */
export async function tellFrozen(tx: SessionTx, version: Pick<Version, "id" | "partnershipId" | "number" | "kind">, requiredSeats: readonly string[]): Promise<void> {
  await notify(tx, { kind: "version-frozen", ...about(version) }, await leadsOf(tx, version.partnershipId, requiredSeats));
}

/** To whoever signed a version that a newer one replaces before it was published. */
export async function tellSuperseded(tx: SessionTx, version: Pick<Version, "id" | "partnershipId" | "number" | "kind">, replacedBy: number): Promise<void> {
  await notify(tx, { kind: "version-superseded", replacedBy, ...about(version) }, await signersOf(tx, version.id));
}

/** To the author and those who keep the records, while others have still to sign. */
export async function tellSigned(tx: SessionTx, version: Version, organisation: string, missing: string[]): Promise<void> {
  await notify(tx, { kind: "version-signed", organisation, missing, ...about(version) }, [...author(version), ...(await holdersOf(tx, version.partnershipId, ["business-manager"]))]);
}

/** To everybody who may now publish it, and the author. */
export async function tellApproved(tx: SessionTx, version: Version): Promise<void> {
  await notify(tx, { kind: "version-approved", ...about(version) }, [...author(version), ...(await holdersOf(tx, version.partnershipId, ["lsp", "chair", "business-manager"]))]);
}

/** To the author, the chair, those who keep the records, and everybody who has already signed. */
export async function tellDeclined(tx: SessionTx, version: Version, organisation: string, reason: string): Promise<void> {
  const told = [...author(version), ...(await holdersOf(tx, version.partnershipId, ["chair", "business-manager"])), ...(await signersOf(tx, version.id))];
  await notify(tx, { kind: "version-declined", organisation, reason, ...about(version) }, told);
}

/** @param due the time it was set for, when a job published it */
export async function tellPublished(tx: Parameters<typeof notify>[0], version: Version, due: { at: string; late: boolean } | null): Promise<void> {
  await notify(tx, { kind: "version-published", ...(due ? { due } : {}), ...about(version) }, await holdersOf(tx, version.partnershipId, wholePartnership));
}

/** @param reason the published one */
export async function tellWithdrawn(tx: SessionTx, version: Version, reason: string): Promise<void> {
  await notify(tx, { kind: "version-withdrawn", reason, ...about(version) }, await holdersOf(tx, version.partnershipId, wholePartnership));
}

export async function tellTakenDown(tx: SessionTx, version: Version): Promise<void> {
  await notify(tx, { kind: "version-taken-down", ...about(version) }, await holdersOf(tx, version.partnershipId, wholePartnership));
}

function about({ id, partnershipId, number, kind }: Pick<Version, "id" | "partnershipId" | "number" | "kind">) {
  return { versionId: id, partnershipId, number, document: kind };
}

function author({ frozenBy }: Version): string[] {
  return frozenBy === null ? [] : [frozenBy];
}
