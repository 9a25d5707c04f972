import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { fundingPath } from "#app/components/funding/paths.ts";
import { undoImport } from "#app/domain/funding/import/undo-import.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireImport } from "./read-import.server.ts";

/** Reached by reloading after the form was sent: the page of the file is where it led. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  return redirect(fundingPath(member.partnership.slug, at.year, `${at.list}/import/${at.importId}`));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const values = await readForm(request);
  const outcome = await undoImport(member.actor, at, readSubmission(values));
  const path = fundingPath(member.partnership.slug, at.year, `${at.list}/import/${at.importId}`);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Back to the file" });
  const { lines } = outcome.value;
  return redirectWithFlash(request, path, { type: "success", text: `${lines.toLocaleString("en-GB")} ${lines === 1 ? "line is" : "lines are"} as before the file.` });
}
