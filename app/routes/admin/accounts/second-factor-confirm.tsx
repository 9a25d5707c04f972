import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { redirectTo } from "#app/http/responses.ts";

import { confirmReset } from "../../portal/people/accounts/factor-reset-actions.server.ts";
import { requireAccount } from "./change-account.server.ts";

/** Opening the address does nothing: only the button of the page does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, params.person);
  return redirectTo(`/admin/accounts/${account.personId}/second-factor`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, account } = await requireAccount(request, params.person);
  await requireConfirmed(request, me);
  return confirmReset(request, { actor, subject: { personId: account.personId, partnershipId: null }, next: `/admin/accounts/${account.personId}/second-factor` });
}
