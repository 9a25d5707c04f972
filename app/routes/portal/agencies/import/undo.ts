import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { undoImport } from "#app/domain/agencies/import/undo-import.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireImport } from "./read-import.server.ts";

/** Reached by reloading after the form was sent: the page of the file is where it led. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  return redirect(agenciesPath(member.partnership.slug, `import/${at.importId}`));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const values = await readForm(request);
  const outcome = await undoImport(member.actor, at, readSubmission(values));
  const path = agenciesPath(member.partnership.slug, `import/${at.importId}`);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Back to the file" });
  const { agencies } = outcome.value;
  return redirectWithFlash(request, path, { type: "success", text: agencies === 1 ? "1 agency is as before the file." : `${agencies.toLocaleString("en-GB")} agencies are as before the file.` });
}
