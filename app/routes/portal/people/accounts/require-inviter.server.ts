import { type FrameProps, partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { isIdentifier } from "#app/domain/people/forms.server.ts";
import type { MemberAccount } from "#app/domain/people/member-account.ts";
import { listMemberAccounts } from "#app/domain/people/member-accounts.server.ts";
import { notFound } from "#app/http/responses.ts";

/** Whoever looks after the accounts of a partnership: from inside, or an administrator, who gets no navigation to closed pages. */
export async function requireInviter(request: Request, slug: string | undefined, permission: Permission = "invite-people"): Promise<{ member: MemberOf; frame: FrameProps }> {
  const member = await requireMemberOrAdministrator(request, slug, permission);
  const inside = member.me.holds.some((held) => held.partnershipId === member.partnership.id);
  return { member, frame: inside ? partnershipFrame(member) : personFrame(member) };
}

/** The same, and the account of whoever holds the appointment in the address. Throws 404. */
export async function requireMemberAccount(
  request: Request,
  { partnership, appointment }: { partnership?: string | undefined; appointment?: string | undefined },
  permission?: Permission,
): Promise<{ member: MemberOf; frame: FrameProps; account: MemberAccount }> {
  const { member, frame } = await requireInviter(request, partnership, permission);
  const accounts = isIdentifier(appointment) ? await listMemberAccounts(member.actor, member.partnership.id) : [];
  const account = accounts.find((each) => each.appointmentId === appointment);
  if (!account) throw notFound();
  return { member, frame, account };
}
