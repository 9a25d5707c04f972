import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requirePerson } from "#app/auth/require-actor.server.ts";
import { stopFactorReset } from "#app/domain/people/stop-factor-reset.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Opening the address stops nothing: only the button of the account page does. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return redirectTo("/account");
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor, me } = await requirePerson(request);
  const submission = readSubmission(await readForm(request));
  const outcome = await stopFactorReset(actor, { personId: me.personId, partnershipId: null }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: "/account", text: "Your account" });
  return redirectWithFlash(request, "/account", { type: "success", text: "Stopped. Your second factor stays as it was. If you did not ask for the reset, change your password" });
}
