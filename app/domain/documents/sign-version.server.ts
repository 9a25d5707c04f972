import { randomBytes } from "node:crypto";

import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { Holding, SessionActor, SessionTx } from "#db/client.server.ts";
import { payloads, people, signatures, versions } from "#db/schema/index.ts";

import { declaration, isConfirmed, missingSeats } from "./rules.ts";
import { signatureReference } from "./signature-reference.server.ts";
import { SIGNATURE_FORMAT, type SignatureStatement } from "./signature-statement.ts";
import { sha256Hex } from "./text/canonical.server.ts";
import { tellApproved, tellSigned } from "./version-messages.server.ts";
import { listSignatures, listVersionSeats, lockVersion, type VersionRow, type VersionSeatRow } from "./version.server.ts";

export interface SignInput {
  partnershipId: string;
  versionId: string;
  seatId: string;
}

export interface Signed {
  reference: string;
  signedAt: string;
  /** Whether this was the last seat, so that the version is now approved. */
  approved: boolean;
  missing: string[];
}

/**
 * Signs one seat of one version. The version's row is locked, so simultaneous signers go one after the other and the
 * last one approves, exactly once. Needs an identity confirmed within five minutes.
 * Refusals: not-your-seat, identity-not-confirmed, version-not-awaiting, already-signed, not-found.
 */
export async function signVersion(actor: SessionActor, input: SignInput, submission: Submission): Promise<Outcome<Signed>> {
  return change(actor, "sign-version", submission, async (tx) => {
    const { partnershipId, versionId, seatId } = input;
    const outside = forbid(tx.me, "read-drafts", { partnershipId });
    if (outside) return refused("not-found");
    const version = await lockVersion(tx, partnershipId, versionId);
    const required = version ? await listVersionSeats(tx, versionId) : [];
    const seat = required.find((each) => each.seatId === seatId);
    if (!version || !seat) return refused("not-found");
    const held = tx.me.holds.find((holding) => holding.role === "lsp" && holding.seatId === seatId && holding.partnershipId === partnershipId);
    if (!held) return refused("not-your-seat");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (version.status !== "awaiting") return refused("version-not-awaiting");
    if ((await listSignatures(tx, versionId)).some((signature) => signature.seatId === seatId)) return refused("already-signed");

    const reference = await insertSignature(tx, version, seat, held);
    const missing = missingSeats(required, await listSignatures(tx, versionId));
    const stillToSign = missing.map((each) => each.organisation);
    if (missing.length === 0) await approve(tx, version);
    else await tellSigned(tx, version, seat.organisation, stillToSign);
    return done({ reference, signedAt: tx.now.toISOString(), approved: missing.length === 0, missing: stillToSign });
  });
}

async function insertSignature(tx: SessionTx, version: VersionRow, seat: VersionSeatRow, held: Holding): Promise<string> {
  const statement: SignatureStatement = {
    format: SIGNATURE_FORMAT,
    kind: version.kind,
    versionId: version.id,
    number: version.number,
    contentSha256: version.contentSha256,
    htmlSha256: version.htmlSha256,
    pdfSha256: version.pdfSha256,
    partnershipId: version.partnershipId,
    partnership: held.partnership,
    seatId: seat.seatId,
    organisation: seat.organisation,
    signerId: tx.me.personId,
    signer: await publicName(tx),
    office: held.office,
    acting: held.acting,
    appointmentId: held.appointmentId,
    declaration: [...declaration(version.kind, seat.organisation)],
    strength: tx.me.strength,
    signedAt: tx.now.toISOString(),
    nonce: randomBytes(16).toString("hex"),
  };
  const bytes = Buffer.from(canonicalize(statement) ?? "", "utf8");
  const statementSha256 = sha256Hex(bytes);
  const reference = signatureReference(statementSha256);
  const { partnershipId } = version;
  await tx.db.insert(payloads).values({ partnershipId, sha256: statementSha256, mediaType: "application/json", body: bytes });
  const { seq } = await appendToLedger(tx, {
    type: "version.signed",
    partnershipId,
    data: { versionId: version.id, seatId: seat.seatId, personId: tx.me.personId, statementSha256, contentSha256: version.contentSha256 },
  });
  await tx.db.insert(signatures).values({
    partnershipId,
    versionId: version.id,
    seatId: seat.seatId,
    personId: tx.me.personId,
    appointmentId: held.appointmentId,
    statementSha256,
    strength: tx.me.strength,
    ledgerSeq: seq,
    reference,
    signedAt: tx.now,
  });
  return reference;
}

async function approve(tx: SessionTx, version: VersionRow): Promise<void> {
  const { id: versionId, partnershipId, contentSha256 } = version;
  const { seq } = await appendToLedger(tx, { type: "version.approved", partnershipId, data: { versionId, contentSha256 } });
  await tx.db.update(versions).set({ status: "approved", approvedAt: tx.now, approvedSeq: seq }).where(eq(versions.id, versionId));
  await tellApproved(tx, version);
}

/** The signer's name as it will be published: withheld where safety asks for it, the office never. */
async function publicName(tx: SessionTx): Promise<string> {
  const [person] = await tx.db.select().from(people).where(eq(people.id, tx.me.personId));
  return person?.nameWithheld ? "Name withheld" : tx.me.name;
}
