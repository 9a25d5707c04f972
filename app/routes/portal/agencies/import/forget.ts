import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { forgetImport } from "#app/domain/agencies/import/forget-import.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireImport } from "./read-import.server.ts";

/** Reached by reloading after the form was sent, when the file is gone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member } = await requireImport(request, params);
  return redirect(agenciesPath(member.partnership.slug, "import"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const values = await readForm(request);
  const outcome = await forgetImport(member.actor, at, readSubmission(values));
  const path = agenciesPath(member.partnership.slug, "import");
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See the last files" });
  return redirectWithFlash(request, path, { type: "success", text: `${outcome.value.fileName} is forgotten. Nothing of it was taken in.` });
}
