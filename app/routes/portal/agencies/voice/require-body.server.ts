import { requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { readLineQuery } from "#app/domain/agencies/voice/line-query.ts";
import { findBody } from "#app/domain/agencies/voice/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A member with this permission, and the body of the address, which speaks for others, with the members that are asked for. */
export async function requireBody(request: Request, params: { partnership?: string; agency?: string }, permission: Permission) {
  const member = await requireMember(request, params.partnership, permission);
  const { searchParams } = new URL(request.url);
  const query = readLineQuery({ q: searchParams.get("q"), setting: searchParams.get("setting") });
  const page = searchParams.get("page");
  const found = await findBody(member.actor, member.partnership.id, params.agency ?? "", query, page);
  if (!found) throw notFound();
  const { body, found: many, ...list } = found;
  return { member, query, page, body, found: many, list };
}
