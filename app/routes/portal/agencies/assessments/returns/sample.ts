import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { sampleReturn } from "#app/domain/agencies/assessments/sample-return.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireReturn } from "../require.server.ts";

/** There is nothing to see here: the button is on the page of the return. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership, returned } = await requireReturn(request, params, "challenge-assessments");
  return redirectTo(assessmentsPath(partnership.slug, "returns", returned.id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, returned } = await requireReturn(request, params, "challenge-assessments");
  const path = assessmentsPath(partnership.slug, "returns", returned.id);
  const outcome = await sampleReturn(actor, { partnershipId: partnership.id, returnId: returned.id }, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the return" });
  return redirectWithFlash(request, path, { type: "success", text: "The return is in the sample." });
}
