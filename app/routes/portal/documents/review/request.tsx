import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { documentPath } from "#app/components/drafting/paths.ts";
import { removeForm } from "#app/domain/documents/forms.server.ts";
import { requestReview } from "#app/domain/documents/review/request-review.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { redirectTo, refused } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at } = await requireDocument(request, params, "edit-drafts");
  return redirectTo(documentPath(at, "review"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const input = removeForm.safeParse(toObject(values));
  if (!input.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const outcome = await requestReview(actor, { partnershipId: partnership.id, kind: at.kind, ...input.data }, readSubmission(values));
  const here = documentPath(at, "review");
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "See the review" });
  const { asked } = outcome.value;
  return redirectWithFlash(request, here, { type: "success", text: asked === 0 ? "Your request is recorded. Nobody else holds an office that may review." : `${asked === 1 ? "One person is" : `${String(asked)} people are`} asked for a review.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
