import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requirePerson } from "#app/auth/require-actor.server.ts";
import { stopFeed } from "#app/domain/meetings/calendar-feed.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

const path = "/account/calendar";

/** There is nothing to see here: the button is on the page of the calendar. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  return redirectTo(path);
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePerson(request);
  const outcome = await stopFeed(actor, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See the address" });
  return redirectWithFlash(request, path, { type: "success", text: "The address is stopped." });
}
