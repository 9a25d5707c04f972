import { findByHash, getBodyHash, readBodies } from "#app/domain/publication/queries.server.ts";
import { isReadable, isSha256 } from "#app/domain/publication/rules.ts";
import { openJsonError, storedFile } from "#app/http/open-data.server.ts";

/** The exact bytes that were signed, or the record of signatures and ledger entries, for a published hash. */
export async function publishedFile(request: Request, sha256: string, format: "content" | "record"): Promise<Response> {
  const found = isSha256(sha256) ? await findByHash(sha256) : null;
  if (!found) return openJsonError(request, 404, "No published document has this fingerprint.");
  const { publicationId, number, state } = found.version;
  const hash = isReadable(state) ? await getBodyHash(publicationId, format) : null;
  if (!hash) return openJsonError(request, 410, "This version was taken down for safety.");
  const file = { sha256: hash, type: "application/json", filename: `${found.slug}-${found.version.kind}-version-${String(number)}-${format}.json`, disposition: "attachment" as const };
  return storedFile(request, file, async () => (await readBodies(publicationId, [format]))[format]);
}
