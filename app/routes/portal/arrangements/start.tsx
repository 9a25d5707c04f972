import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { arrangementsPath } from "#app/components/drafting/paths.ts";
import { startDocument } from "#app/domain/documents/start-document.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Somebody who signs in again after pressing the button arrives here with GET. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership } = await requireMember(request, params.partnership, "edit-drafts");
  return redirectTo(arrangementsPath(partnership.slug));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-drafts");
  const values = await readForm(request);
  const outcome = await startDocument(actor, { partnershipId: partnership.id, kind: "arrangements" }, readSubmission(values));
  const path = arrangementsPath(partnership.slug);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Open the draft" });
  return redirectWithFlash(request, path, { type: "success", text: `The draft is started, with ${String(outcome.value.sections)} sections to write.` });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
