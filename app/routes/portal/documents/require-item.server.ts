import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { ItemView } from "#app/domain/documents/drafting-view.ts";
import { findItem } from "#app/domain/documents/freeze-queries.server.ts";
import { notFound } from "#app/http/responses.ts";

import { type DocumentMember, requireDocument } from "./require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** The member who asks and the item of the guidance in the address. Throws 404 when there is none, 403 without the permission. */
export async function requireItem(request: Request, params: Params, permission: Permission = "edit-drafts"): Promise<DocumentMember & { view: ItemView }> {
  const member = await requireDocument(request, params, permission);
  const view = await findItem(member.actor, member.partnership.id, member.at.kind, params.item ?? "");
  if (!view) throw notFound();
  return { ...member, view };
}
