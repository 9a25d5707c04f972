import { requireMember } from "#app/auth/require-actor.server.ts";
import { requestsPath } from "#app/components/agencies/requests/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findRequest } from "#app/domain/agencies/requests/queries.server.ts";
import { actsOn, type RequestAct } from "#app/domain/agencies/requests/rules.ts";
import { refused, type Refusal } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

type Member = Awaited<ReturnType<typeof requireMember>>;
type Found = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

export type MemberWithRequest = Member & Found & { here: string };

/** A member with this permission, and the request of the address, which they may read. */
export async function requireRequest(request: Request, params: { partnership?: string; request?: string }, permission: Permission): Promise<MemberWithRequest> {
  const member = await requireMember(request, params.partnership, permission);
  const number = /^[1-9]\d{0,8}$/.test(params.request ?? "") ? Number(params.request) : null;
  const found = number === null ? null : await findRequest(member.actor, member.partnership.id, number);
  if (!found) throw notFound();
  return { ...member, ...found, here: requestsPath(member.partnership.slug, found.request.number) };
}

const refusals: Partial<Record<RequestAct, Refusal>> = { escalate: "not-to-escalate" };

/** The same where the request can be dealt with so now; otherwise the page that says why not. */
export async function requireOpen(request: Request, params: { partnership?: string; request?: string }, act: RequestAct): Promise<MemberWithRequest> {
  const member = await requireRequest(request, params, act === "answer" ? "answer-information-requests" : "record-information-requests");
  if (actsOn(member.request).includes(act)) return member;
  throw refusalResponse(refused(member.request.state === "closed" ? "request-closed" : (refusals[act] ?? "nothing-to-change")), { href: member.here, text: "Open the request" });
}
