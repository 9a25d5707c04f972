import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import { commentPath } from "#app/components/comments/paths.ts";
import { correctRemark } from "#app/domain/documents/comments/correct-remark.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";
import { toTheComment } from "./settle-comment.server.ts";

export const loader = ({ request, params }: LoaderFunctionArgs) => toTheComment(request, params);

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "comment");
  const submission = readSubmission(await readForm(request));
  const commentId = params.comment ?? "";
  const outcome = await correctRemark(actor, { partnershipId: partnership.id, kind: at.kind, commentId, remarkId: params.remark ?? "", text: null }, submission);
  const here = commentPath(at, commentId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the comment" });
  return redirectWithFlash(request, here, { type: "success", text: "What you said is taken back." });
}

/** Never drawn: with a page of its own, a refusal is shown as one instead of as JSON. */
export default function Nothing() {
  return null;
}
