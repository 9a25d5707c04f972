import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { keepForm } from "#app/domain/meetings/forms.server.ts";
import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireItem } from "../agenda/require-item.server.ts";

/** There is nothing to see here: the button is on the page of the minutes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { here, item } = await requireItem(request, params, "minutes");
  return redirectTo(`${here}/agenda/${item.id}/minutes`);
}

/** Leaves the minutes as they are, in sight of what was kept beside them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, item, here } = await requireItem(request, params, "minutes");
  const values = await readForm(request);
  const form = keepForm.safeParse(toObject(values));
  if (!form.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const { standing } = item.minutes;
  if (!standing) throw redirectTo(`${here}/agenda/${item.id}/minutes`);
  // What stands was looked at when it was saved.
  const outcome = await saveMinutes(actor, { ...at, itemId: item.id, body: standing.body, beganFrom: standing.number, seen: form.data.seen, looked: findInWords({ "The minutes": standing.body }).possible.map((found) => found.fingerprint) }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: `${here}/agenda/${item.id}/minutes`, text: "Open the minutes" });
  return redirectWithFlash(request, `${here}#item-${item.id}`, { type: "success", text: `The minutes of “${item.title}” stay as they are. The other text is kept with them.` });
}
