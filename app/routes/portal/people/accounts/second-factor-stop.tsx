import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { redirectTo } from "#app/http/responses.ts";

import { stopReset } from "./factor-reset-actions.server.ts";
import { requireMemberAccount } from "./require-inviter.server.ts";

/** Opening the address does nothing: only the button of the page does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, account } = await requireMemberAccount(request, params, "confirm-factor-reset");
  return redirectTo(`/portal/${member.partnership.slug}/people/accounts/${account.appointmentId}/second-factor`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, account } = await requireMemberAccount(request, params, "confirm-factor-reset");
  await requireConfirmed(request, member.me);
  const { id: partnershipId, slug } = member.partnership;
  return stopReset(request, { actor: member.actor, subject: { personId: account.personId, partnershipId }, next: `/portal/${slug}/people/accounts/${account.appointmentId}/second-factor` });
}
