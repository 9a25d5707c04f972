import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { type DocumentAddress, readDocumentKind } from "#app/domain/documents/vocabulary.ts";
import { notFound } from "#app/http/responses.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** A member and the document in the address. */
export interface DocumentMember extends MemberOf {
  at: DocumentAddress;
}

/** The member who asks and the document in the address. Throws 404 for an unknown kind or partnership, 403 without the permission. */
export async function requireDocument(request: Request, params: Params, permission: Permission): Promise<DocumentMember> {
  const kind = readDocumentKind(params.document);
  if (!kind) throw notFound();
  const member = await requireMember(request, params.partnership, permission);
  return { ...member, at: { slug: member.partnership.slug, kind } };
}
