import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { loadList } from "#app/domain/bodies/load-list.server.ts";
import { isBodyList } from "#app/domain/bodies/vocabulary.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { notFound } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Reached by reloading after the form was sent: the page to choose a file is where it led. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  if (!isBodyList(params.list)) throw notFound();
  return redirect(`/admin/bodies/${params.list}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  if (!isBodyList(params.list)) throw notFound();
  const values = await readForm(request);
  const outcome = await loadList(actor, { list: params.list, text: rawText(values, "text"), planSha256: text(values, "plan") }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: `/admin/bodies/${params.list}`, text: "Check the file again" });
  const { changes } = outcome.value;
  return redirectWithFlash(request, "/admin/bodies", { type: "success", text: `The list is loaded: ${String(changes)} ${changes === 1 ? "change" : "changes"}.` });
}
