import type { LoaderFunctionArgs } from "@remix-run/node";

import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import { sharedPath, sharePath } from "#app/components/funding/shared/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findOffer, findShared } from "#app/domain/funding/shared/queries.server.ts";
import type { AnswerableOffer, SharedView } from "#app/domain/funding/shared/shared-view.ts";
import { type FormValues, text } from "#app/http/form-values.ts";
import { notFound, refused } from "#app/http/responses.ts";

type Params = LoaderFunctionArgs["params"];

export interface HostOf extends MemberOf {
  shared: SharedView;
  here: string;
}

/** A member of the host, and the amount for several partnerships in the address; 404 when the partnership hosts no such one. */
export async function requireHosted(request: Request, params: Params, permission: Permission): Promise<HostOf> {
  const member = await requireMember(request, params.partnership, permission);
  const shared = await findShared(member.actor, member.partnership.id, params.shared ?? "");
  if (!shared) throw notFound();
  return { ...member, shared, here: sharedPath(member.partnership.slug, shared.id) };
}

export interface ReceiverOf extends MemberOf {
  offer: AnswerableOffer;
  here: string;
}

/** A member of a partnership, and the share it is offered in the address; 404 when it has no such one. */
export async function requireOffer(request: Request, params: Params, permission: Permission): Promise<ReceiverOf> {
  const member = await requireMember(request, params.partnership, permission);
  const offer = await findOffer(member.actor, member.partnership.id, params.shared ?? "");
  if (!offer) throw notFound();
  return { ...member, offer, here: sharePath(member.partnership.slug, offer.id) };
}

/** The revision that the form showed. Throws 400 for what no form of ours sends. */
export function readRevision(values: FormValues): number {
  const typed = text(values, "revision");
  if (!/^\d{1,6}$/.test(typed)) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  return Number(typed);
}
