import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { ImportPage } from "#app/components/funding/import/import-page.tsx";
import { fundingPath } from "#app/components/funding/paths.ts";
import { applyImport } from "#app/domain/funding/import/apply-import.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { list as all, oneError, readForm, text } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { readImportPage, requireImport } from "./read-import.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.file.fileName ?? "File", partnership: page?.partnership.name, hidden: true });

/** The page again, when a line that is like another was not ticked; and after reloading. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return readImportPage(request, params);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const values = await readForm(request);
  const ticked = all(values, "repeated");
  const outcome = await applyImport(member.actor, { ...at, planSha256: text(values, "plan"), repeated: ticked }, readSubmission(values));
  const path = fundingPath(member.partnership.slug, at.year, `${at.list}/import/${at.importId}`);
  if (outcome.ok) return redirectTo(path);
  if (outcome.refusal === "line-repeated") return data({ ticked, errors: oneError(`${outcome.detail ?? ""}. If both are right, tick it; otherwise put the file right`, "repeated") }, { status: 409 });
  throw refusalResponse(outcome, { href: path, text: "Look at the file again" });
}

export default function ConfirmLinesFile() {
  const { partnership, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ImportPage slug={partnership.slug} {...page} errors={answer?.errors} ticked={answer?.ticked} />;
}
