import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { recordContact } from "#app/domain/concern/record-contact.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readRevision, requireArea } from "./require-area.server.ts";

/** Reached by reloading after the form was sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { path } = await requireArea(request, params);
  return redirectTo(path);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, found, path } = await requireArea(request, params);
  const values = await readForm(request);
  const submission = readSubmission(values);
  const outcome = await recordContact(member.actor, { partnershipId: member.partnership.id, areaCode: found.areaCode, revision: readRevision(values), contact: null }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, { href: `${path}/${found.areaCode}`, text: "See what is recorded now" });
  return redirectWithFlash(request, path, { type: "success", text: `The numbers for ${found.area} are taken away` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
