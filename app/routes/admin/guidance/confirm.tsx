import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { loadEdition } from "#app/domain/guidance/load-edition.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { rawText, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Reached by reloading after the form was sent: the page to choose a file is where it led. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministrator(request);
  return redirect("/admin/guidance/load");
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  const values = await readForm(request);
  const outcome = await loadEdition(actor, { text: rawText(values, "text") }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: "/admin/guidance/load", text: "Choose another file" });
  return redirectWithFlash(request, "/admin/guidance", { type: "success", text: `The edition is loaded, with ${String(outcome.value.items)} items.` });
}
