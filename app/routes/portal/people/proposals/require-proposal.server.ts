import type { Params } from "@remix-run/react";

import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import { findProposal } from "#app/domain/people/proposal-queries.server.ts";
import type { ProposalView } from "#app/domain/people/proposal-view.ts";
import { notFound } from "#app/http/responses.ts";

/** The member and the proposal at this address; 404 when there is no such proposal in their partnership. */
export async function requireProposal(request: Request, params: Params, permission: Permission): Promise<MemberOf & { proposal: ProposalView; here: string }> {
  const member = await requireMember(request, params.partnership, permission);
  const proposal = isIdentifier(params.proposal) ? await findProposal(member.actor, member.partnership.id, params.proposal) : null;
  if (!proposal) throw notFound();
  return { ...member, proposal, here: `/portal/${member.partnership.slug}/people/proposals/${proposal.id}` };
}
