import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { removeFile } from "#app/domain/documents/file/remove-file.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

/** Reached by reloading after the form was sent. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(documentPath(at));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const outcome = await removeFile(actor, { partnershipId: partnership.id, kind: at.kind, sha256: text(values, "sha256") }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  return redirectWithFlash(request, documentPath(at), { type: "success", text: `“${outcome.value.name}” is out of the draft. Versions that were frozen with it keep it.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
