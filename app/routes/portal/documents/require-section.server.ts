import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { SectionEditing } from "#app/domain/documents/drafting-view.ts";
import { findSection } from "#app/domain/documents/section-queries.server.ts";
import { notFound } from "#app/http/responses.ts";

import { type DocumentMember, requireDocument } from "./require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** The member who asks and the section in the address, removed or not. Throws 404 when there is none, 403 without the permission. */
export async function requireSection(request: Request, params: Params, permission: Permission = "edit-drafts"): Promise<DocumentMember & { section: SectionEditing }> {
  const member = await requireDocument(request, params, permission);
  const section = await findSection(member.actor, member.partnership.id, member.at.kind, params.section ?? "");
  if (!section) throw notFound();
  return { ...member, section };
}
