import type { ActionFunctionArgs } from "@remix-run/node";

import { endSession } from "#app/auth/session.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { redirectTo } from "#app/http/responses.ts";

/** Opening the address signs nobody out: only a form does. */
export const loader = () => redirectTo("/account");

export async function action({ request }: ActionFunctionArgs) {
  const setCookie = await endSession(request);
  return redirectWithFlash(request, "/sign-in", { text: "You have signed out." }, { "Set-Cookie": setCookie });
}
