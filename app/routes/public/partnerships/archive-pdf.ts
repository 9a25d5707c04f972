import type { LoaderFunctionArgs } from "@remix-run/node";

import { archiveFileName } from "#app/domain/publication/archive.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { readBodies } from "#app/domain/publication/queries.server.ts";
import { openJsonError, storedFile } from "#app/http/open-data.server.ts";

/** The PDF of an earlier document, to be saved and not opened in the page. */
export async function loader({ request, params: { slug = "", entry: entryId = "" } }: LoaderFunctionArgs) {
  const { entries, removed } = await findArchive(slug);
  if (removed.some((each) => each.entryId === entryId)) return openJsonError(request, 410, "This was taken off the list.");
  const entry = entries.find((each) => each.entryId === entryId);
  if (!entry?.file) return openJsonError(request, 404, "There is no such file.");
  const { sha256, heldBy } = entry.file;
  return storedFile(request, { sha256, type: "application/pdf", filename: archiveFileName(slug, entry), disposition: "attachment" }, async () => (await readBodies(heldBy, ["file"])).file);
}
