import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";

import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { setAsideWordImport } from "#app/domain/documents/word/take-in-word-import.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

/** Reached by reloading after the form was sent: the page to choose a file is where it led. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirect(documentPath(at, "word"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const outcome = await setAsideWordImport(actor, { partnershipId: partnership.id, kind: at.kind, importId: params.import ?? "" }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  return redirectWithFlash(request, documentPath(at, "word"), { type: "success", text: `${outcome.value.fileName} is set aside. The draft is as it was.` });
}
