import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import { can } from "#app/domain/access/rules.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { Standard } from "#app/domain/agencies/assessments/question-set.ts";
import { findChallenge, findReturn } from "#app/domain/agencies/assessments/return-queries.server.ts";
import { findRound, type RoundInFull } from "#app/domain/agencies/assessments/round-queries.server.ts";
import type { ChallengeView, ReturnView, Standing } from "#app/domain/agencies/assessments/views.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

interface Params {
  partnership?: string;
  round?: string;
  return?: string;
  standard?: string;
  challenge?: string;
}

type ReturnOnPage = ReturnView & { today: string; speaksFor: boolean };

/** A member with this permission, and the round of the address. */
export async function requireRound(request: Request, params: Params, permission: Permission): Promise<MemberOf & RoundInFull> {
  const member = await requireMember(request, params.partnership, permission);
  const found = await findRound(member.actor, member.partnership.id, params.round ?? "");
  if (!found) throw notFound();
  return { ...member, ...found };
}

/** A member with this permission, and the return of the address, if they see it. */
export async function requireReturn(request: Request, params: Params, permission: Permission): Promise<MemberOf & { returned: ReturnOnPage }> {
  const member = await requireMember(request, params.partnership, permission);
  const returned = await findReturn(member.actor, member.partnership.id, params.return ?? "");
  if (!returned) throw notFound();
  return { ...member, returned };
}

/** The same, and the standard of the address. */
export async function requireStandard(request: Request, params: Params, permission: Permission): Promise<MemberOf & { returned: ReturnOnPage; standard: Standard }> {
  const found = await requireReturn(request, params, permission);
  const standard = found.returned.set.standards.find((each) => each.id === params.standard);
  if (!standard) throw notFound();
  return { ...found, standard };
}

/** A member with this permission, and the challenge of the address with its return and standard. */
export async function requireChallenge(request: Request, params: Params, permission: Permission): Promise<MemberOf & { challenge: ChallengeView; returned: ReturnOnPage; standard: Standard }> {
  const member = await requireMember(request, params.partnership, permission);
  const found = await findChallenge(member.actor, member.partnership.id, params.challenge ?? "");
  const standard = found?.return.set.standards.find((each) => each.id === found.challenge.standardId);
  if (!found || !standard) throw notFound();
  return { ...member, challenge: found.challenge, returned: found.return, standard };
}

/** Whoever fills in for an agency: those who speak for it, or the business manager where nobody with an account does. */
export function requireFilling(standing: Standing): void {
  if (standing === "blocked") throw refusalResponse(refused("agency-answers-itself"));
  if (standing === "none") throw notFound();
}

/** Whoever challenges or samples does so for no agency that they speak for. */
export function requireOthers(speaksFor: boolean): void {
  if (speaksFor) throw refusalResponse(refused("own-agency"));
}

/** What somebody may do with a return or a challenge. */
export function mayDo({ me, partnership }: MemberOf, { standing, speaksFor }: { standing: Standing; speaksFor: boolean }) {
  const subject = { partnershipId: partnership.id };
  return { fill: standing === "own" || standing === "on-behalf", challenge: can(me, "challenge-assessments", subject) && !speaksFor, issue: can(me, "issue-assessments", subject) };
}
