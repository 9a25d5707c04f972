import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { proposeAgainForm } from "#app/domain/agencies/forms.server.ts";
import { proposeAgain } from "#app/domain/agencies/propose-again.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireAgency } from "./require-agency.server.ts";

/** There is nothing to see here: the button is on the page of the agency. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership, agency } = await requireAgency(request, params, "edit-agencies");
  return redirectTo(agenciesPath(partnership.slug, agency.id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, agency } = await requireAgency(request, params, "edit-agencies");
  const values = await readForm(request);
  const form = proposeAgainForm.safeParse(toObject(values));
  if (!form.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const path = agenciesPath(partnership.slug, agency.id);
  const outcome = await proposeAgain(actor, { partnershipId: partnership.id, membershipId: agency.id, revision: form.data.revision }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the agency" });
  return redirectWithFlash(request, path, { type: "success", text: "The agency is proposed again." });
}
