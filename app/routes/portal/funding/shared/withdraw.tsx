import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { withdrawShared } from "#app/domain/funding/shared/withdraw-shared.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readRevision, requireHosted } from "./require-shared.server.ts";

/** Reached by reloading after the form was sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { here } = await requireHosted(request, params, "edit-funding");
  return redirectTo(here);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, shared, here } = await requireHosted(request, params, "edit-funding");
  const values = await readForm(request);
  const submission = readSubmission(values);
  const outcome = await withdrawShared(actor, { partnershipId: partnership.id, sharedId: shared.id, revision: readRevision(values) }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See what is offered now" });
  return redirectWithFlash(request, here, { type: "success", text: "The amount is withdrawn. Nobody can accept a share of it any more." });
}

export const headers = () => ({ "Cache-Control": privateCache });

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
