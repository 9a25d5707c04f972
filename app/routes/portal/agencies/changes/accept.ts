import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { acceptChange } from "#app/domain/agencies/own/decide-change.server.ts";
import { acceptChangeForm } from "#app/domain/agencies/own/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireChange } from "./require-change.server.ts";

/** There is nothing to see here: the button is on the page of the change. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership, change } = await requireChange(request, params, "edit-agencies");
  return redirectTo(agenciesPath(partnership.slug, `changes/${change.id}`));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, change } = await requireChange(request, params, "edit-agencies");
  const values = await readForm(request);
  const form = acceptChangeForm.safeParse(toObject(values));
  if (!form.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const outcome = await acceptChange(actor, { partnershipId: partnership.id, changeId: change.id, revision: form.data.revision }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: agenciesPath(partnership.slug, `changes/${change.id}`), text: "Look at it again" });
  return redirectWithFlash(request, agenciesPath(partnership.slug, "changes"), { type: "success", text: outcome.value.published ? `${change.legalName}: the change is accepted and published.` : `${change.legalName}: the change is accepted.` });
}
