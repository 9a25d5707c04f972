import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { moveButtonId } from "#app/components/drafting/order-list.tsx";
import { documentPath } from "#app/components/drafting/paths.ts";
import { moveForm } from "#app/domain/documents/forms.server.ts";
import { moveSection } from "#app/domain/documents/move-section.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(documentPath(at, "sections"));
}

/** Moves the section, then returns to the button that was pressed, or to its twin when there is no further to go. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const input = moveForm.safeParse(toObject(values));
  if (!input.success) throw refused(400, { message: "Say whether to move the section up or down." });
  const sectionId = params.section ?? "";
  const outcome = await moveSection(actor, { partnershipId: partnership.id, kind: at.kind, sectionId, ...input.data }, readSubmission(values));
  const page = documentPath(at, "sections");
  if (!outcome.ok) throw refusalResponse(outcome, { href: page, text: "Back to the sections" });
  const { title, number, of } = outcome.value;
  const { direction } = input.data;
  const atEnd = direction === "up" ? number === 1 : number === of;
  const focus = moveButtonId(sectionId, atEnd ? (direction === "up" ? "down" : "up") : direction);
  return redirectWithFlash(request, `${page}#${focus}`, { type: "success", text: `“${title}” is now section ${String(number)} of ${String(of)}.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
