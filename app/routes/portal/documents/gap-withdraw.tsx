import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { itemPath } from "#app/components/drafting/paths.ts";
import { withdrawGap } from "#app/domain/documents/withdraw-gap.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(itemPath(at, params.item ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const itemId = params.item ?? "";
  const outcome = await withdrawGap(actor, { partnershipId: partnership.id, kind: at.kind, itemId }, readSubmission(values));
  const path = itemPath(at, itemId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Back to the item" });
  return redirectWithFlash(request, path, { type: "success", text: "The reason is withdrawn." });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
