import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { endPlace } from "#app/auth/own-account.server.ts";
import { requirePerson } from "#app/auth/require-actor.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";

/** Opening the address signs nobody out: only the button of the list does. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return redirectTo("/account/sessions");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  if (text(await readForm(request), "end") !== "one") throw refused(400);
  const ended = isUuid(params.session ?? "") && (await endPlace(actor, params.session ?? ""));
  return redirectWithFlash(request, "/account/sessions", ended ? { type: "success", text: "That browser is signed out" } : { text: "That browser was signed out already." });
}
