import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { findVersionBytes } from "#app/domain/documents/version-queries.server.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

import { goneResponse } from "./read-stored-text.server.ts";
import { readNumber } from "./require-version.server.ts";

/** The PDF that was made when the version was frozen: its bytes are those that were signed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-drafts");
  const number = readNumber(params.number);
  const stored = await findVersionBytes(actor, partnership.id, "arrangements", number, "pdf");
  if (!stored) throw notFound();
  if (!stored.body || stored.takenDown) throw goneResponse(partnership.slug, number, stored.takenDown?.reason);
  return bytes(stored.body, "application/pdf", {
    headers: { "Cache-Control": privateCache, "Content-Disposition": `inline; filename="${partnership.slug}-arrangements-${String(number)}.pdf"` },
  });
}
