import { type DecisionsFacts, findPublicDecisions, type PublishedDecision, readPublicDecisionQuery } from "#app/domain/publication/decisions.ts";
import { findDecisionsFacts, listPublicDecisions } from "#app/domain/publication/decisions.server.ts";
import { openJsonError } from "#app/http/open-data.server.ts";

/** The decisions that an address of data asks for; or what it answers when none were published. */
export async function readDecisions(request: Request, slug = ""): Promise<{ ok: true; published: DecisionsFacts; found: PublishedDecision[]; origin: string } | { ok: false; answer: Response }> {
  const { searchParams, origin } = new URL(request.url);
  const published = await findDecisionsFacts(slug);
  if (!published) return { ok: false, answer: openJsonError(request, 404, "This partnership has published no decisions.") };
  return { ok: true, published, found: findPublicDecisions(await listPublicDecisions(slug), readPublicDecisionQuery(searchParams)), origin };
}
