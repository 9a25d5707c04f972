import type { Verification } from "./checks.ts";
import { findByHash, getFacts, ledgerHolds, readBodies } from "./queries.server.ts";
import { parseRecord, parseStatement } from "./record-schema.server.ts";
import { isReadable } from "./rules.ts";
import { verifyPublication } from "./verify.server.ts";

/** Runs every check now on the published version that has this hash. Null when nothing published has it. */
export async function findVerification(sha256: string): Promise<Verification | null> {
  const found = await findByHash(sha256);
  if (!found) return null;
  const { publicationId, versionId, number } = found.version;
  const { partnership, title, signatures } = await getFacts(publicationId);
  if (!isReadable(found.version.state)) {
    return { ...found, partnership, title: null, checks: null, signatures: signatures.map((signature) => ({ ...signature, declaration: [], strength: null })) };
  }
  const { record: recordBytes, ...bodies } = await readBodies(publicationId, ["content", "html", "pdf", "file", "record"]);
  const record = parseRecord(recordBytes);
  const holds = record ? await ledgerHolds(record.ledger) : [];
  const claimed = { partnershipId: found.partnershipId, versionId, number, sha256: found.version.sha256 };
  const statements = new Map((record?.signatures ?? []).map((signature) => [signature.seatId, parseStatement(signature.statement)]));
  return {
    ...found,
    partnership,
    title,
    checks: verifyPublication(claimed, bodies, record, holds),
    signatures: signatures.map((signature) => {
      const statement = statements.get(signature.seatId);
      return { ...signature, declaration: statement?.declaration ?? [], strength: statement?.strength ?? null };
    }),
  };
}
