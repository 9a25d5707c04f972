import type { LoaderFunctionArgs } from "@remix-run/node";

import { findVersionBytes } from "#app/domain/documents/version-queries.server.ts";
import { plainPage } from "#app/http/plain-page.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

import { goneWords } from "./read-stored-text.server.ts";
import { readNumber } from "./require-version.server.ts";
import { requireDocument } from "../require-document.server.ts";

/** The PDF that was made when the version was frozen: its bytes are those that were signed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "read-drafts");
  const number = readNumber(params.number);
  const stored = await findVersionBytes(actor, partnership.id, at.kind, number, "pdf");
  if (!stored) throw notFound();
  if (!stored.body || stored.takenDown) throw plainPage(410, goneWords(at, number, stored.takenDown?.reason), privateCache);
  return bytes(stored.body, "application/pdf", {
    headers: { "Cache-Control": privateCache, "Content-Disposition": `inline; filename="${at.slug}-${at.kind}-${String(number)}.pdf"` },
  });
}
