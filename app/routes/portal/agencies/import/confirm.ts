import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { agenciesPath } from "#app/components/agencies/paths.ts";
import { applyImport } from "#app/domain/agencies/import/apply-import.server.ts";
import { list, readForm, text } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
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
  const outcome = await applyImport(member.actor, { ...at, planSha256: text(values, "plan"), categories: list(values, "category") }, readSubmission(values));
  const path = agenciesPath(member.partnership.slug, `import/${at.importId}`);
  if (outcome.ok) return redirectTo(path);
  throw refusalResponse(outcome, { href: path, text: "Look at the file again" });
}
