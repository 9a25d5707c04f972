import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { IdentifierView } from "#app/domain/documents/drafting-view.ts";
import { findIdentifier } from "#app/domain/documents/freeze-queries.server.ts";
import { notFound } from "#app/http/responses.ts";

import { type DocumentMember, requireDocument } from "./require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** The member who asks and the identifier in the address. Throws 404 when there is none, 403 without the permission. */
export async function requireIdentifier(request: Request, params: Params, permission: Permission = "override-detector"): Promise<DocumentMember & { view: IdentifierView }> {
  const member = await requireDocument(request, params, permission);
  const view = await findIdentifier(member.actor, member.partnership.id, member.at.kind, params.fingerprint ?? "");
  if (!view) throw notFound();
  return { ...member, view };
}
