import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { restoreSection } from "#app/domain/documents/restore-section.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(documentPath(at, "sections"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const sectionId = params.section ?? "";
  const outcome = await restoreSection(actor, { partnershipId: partnership.id, kind: at.kind, sectionId }, readSubmission(values));
  const path = sectionPath(at, sectionId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the section" });
  const { title, audience } = outcome.value;
  return redirectWithFlash(request, path, { type: "success", text: `“${title}” is back${audience === "everyone" ? ", as the last section" : ""}.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
