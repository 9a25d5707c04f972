import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { ownPath } from "#app/components/agencies/own/paths.ts";
import { acknowledgeOwnAgency } from "#app/domain/agencies/own/acknowledge-own-agency.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireOwn } from "./require-own.server.ts";

/** There is nothing to see here: the button is on the page of the agency. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership, own } = await requireOwn(request, params);
  return redirectTo(ownPath(partnership.slug, own.agency.id));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, own } = await requireOwn(request, params);
  const submission = readSubmission(await readForm(request));
  const path = ownPath(partnership.slug, own.agency.id);
  const outcome = await acknowledgeOwnAgency(actor, { partnershipId: partnership.id, membershipId: own.agency.id }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open your agency" });
  return redirectWithFlash(request, path, { type: "success", text: "It is recorded that your agency acknowledges being named." });
}
