import { requireMember } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { ReplyView } from "#app/domain/agencies/notices/notice-view.ts";
import { findReply } from "#app/domain/agencies/notices/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A member with this permission, and what an agency of their partnership wrote back; `path` is its page. */
export async function requireReply(request: Request, params: { partnership?: string; reply?: string }, permission: Permission): Promise<Awaited<ReturnType<typeof requireMember>> & { reply: ReplyView; path: string }> {
  const member = await requireMember(request, params.partnership, permission);
  const reply = await findReply(member.actor, member.partnership.id, params.reply ?? "");
  if (!reply) throw notFound();
  return { ...member, reply, path: agenciesPath(member.partnership.slug, `notices/replies/${reply.id}`) };
}
