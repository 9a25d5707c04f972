import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { itemPath } from "#app/components/drafting/paths.ts";
import { withdrawGap } from "#app/domain/documents/withdraw-gap.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { partnership } = await requireMember(request, params.partnership, "edit-drafts");
  return redirectTo(itemPath(partnership.slug, params.item ?? ""));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "edit-drafts");
  const values = await readForm(request);
  const itemId = params.item ?? "";
  const outcome = await withdrawGap(actor, { partnershipId: partnership.id, kind: "arrangements", itemId }, readSubmission(values));
  const path = itemPath(partnership.slug, itemId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Back to the item" });
  return redirectWithFlash(request, path, { type: "success", text: "The reason is withdrawn." });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
