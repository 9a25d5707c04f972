import { pathTo } from "#app/domain/publication/addresses.ts";
import { documentJson, takenDownData } from "#app/domain/publication/open-data.ts";
import { getFacts, readBodies } from "#app/domain/publication/queries.server.ts";
import { isReadable, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { openJson, openJsonError, storedFile } from "#app/http/open-data.server.ts";
import { plainPage, wantsPage } from "#app/http/plain-page.ts";
import { publicCache } from "#app/http/responses.ts";

/** A version as data: signatures, coverage and signed text; 410 with hashes and signatures once taken down. */
export async function versionJson(request: Request, version: PublishedVersion | undefined): Promise<Response> {
  if (!version) return openJsonError(request, 404, "No such version has been published.");
  const origin = new URL(request.url).origin;
  const facts = await getFacts(version.publicationId);
  const { content } = isReadable(version.state) ? await readBodies(version.publicationId, ["content"]) : {};
  if (!content) return openJson(request, takenDownData(origin, version, facts), 410);
  return openJson(request, documentJson(origin, version, facts, content.toString("utf8")));
}

/** A version as the PDF that was signed; 410 once taken down. */
export async function versionPdf(request: Request, slug: string, version: PublishedVersion | undefined): Promise<Response> {
  if (!version) return openJsonError(request, 404, "No such version has been published.");
  if (!isReadable(version.state)) return gone(request, slug, version);
  const file = { sha256: version.sha256.pdf, type: "application/pdf", filename: `${slug}-${version.kind}-version-${String(version.number)}.pdf`, disposition: "inline" as const };
  return storedFile(request, file, async () => (await readBodies(version.publicationId, ["pdf"])).pdf);
}

/** The document's own PDF, as it was signed, to be saved and not opened in the page; 410 once taken down. */
export async function versionFile(request: Request, slug: string, version: PublishedVersion | undefined): Promise<Response> {
  if (!version?.sha256.file) return openJsonError(request, 404, "This version has no file of its own.");
  if (!isReadable(version.state)) return gone(request, slug, version);
  const file = { sha256: version.sha256.file, type: "application/pdf", filename: `${slug}-${version.kind}-version-${String(version.number)}-file.pdf`, disposition: "attachment" as const };
  return storedFile(request, file, async () => (await readBodies(version.publicationId, ["file"])).file);
}

/** Said as a page to a person and as data to a program. */
function gone(request: Request, slug: string, version: PublishedVersion): Response | Promise<Response> {
  if (!wantsPage(request)) return openJsonError(request, 410, "This version was taken down for safety.");
  const next = { href: pathTo.version({ slug, kind: version.kind }, version.number), text: "See why, and who had signed it" };
  return plainPage(410, { title: "This version was taken down for safety", message: "Please do not share copies that you may have.", next }, publicCache);
}
