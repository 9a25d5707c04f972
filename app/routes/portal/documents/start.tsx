import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { documentPath } from "#app/components/drafting/paths.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

/** Somebody who signs in again after pressing the button arrives here with GET. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(documentPath(at));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const outcome = await startDocument(actor, { partnershipId: partnership.id, kind: at.kind }, readSubmission(values));
  const path = documentPath(at);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the draft" });
  return redirectWithFlash(request, path, { type: "success", text: outcome.value.sections === 0 ? "The draft is started. Add its first section." : `The draft is started, with ${String(outcome.value.sections)} sections to write.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
