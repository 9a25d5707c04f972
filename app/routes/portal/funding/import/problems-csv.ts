import type { LoaderFunctionArgs } from "@remix-run/node";

import { writeProblemsFile } from "#app/domain/funding/import/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

import { linesCsv } from "./lines-csv.server.ts";
import { requireImport } from "./read-import.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { member, at } = await requireImport(request, params);
  const text = await writeProblemsFile(member.actor, at);
  if (text === null) throw notFound();
  return linesCsv(text, `${at.list}-${at.year}-problems.csv`);
}
