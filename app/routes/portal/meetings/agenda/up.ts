import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { moveItemUp } from "#app/domain/meetings/agenda/items.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireItem } from "./require-item.server.ts";

/** There is nothing to see here: the button is on the page of the meeting. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { here } = await requireItem(request, params);
  return redirectTo(here);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, item, here } = await requireItem(request, params);
  const outcome = await moveItemUp(actor, { ...at, itemId: item.id }, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the meeting" });
  return redirectWithFlash(request, `${here}#agenda`, { type: "success", text: `“${item.title}” is one place up.` });
}
