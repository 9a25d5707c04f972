import type { LoaderFunctionArgs } from "@remix-run/node";

import { writeProblemsFile } from "#app/domain/agencies/import/queries.server.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

import { requireImport } from "./read-import.server.ts";

/** Begins with the mark by which spreadsheets know UTF-8. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const text = await writeProblemsFile(member.actor, at);
  if (text === null) throw notFound();
  return bytes(`\u{FEFF}${text}`, "text/csv; charset=utf-8", { filename: "agencies-problems.csv", headers: { "Cache-Control": privateCache } });
}
