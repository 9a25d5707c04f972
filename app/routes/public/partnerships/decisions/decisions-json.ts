import type { LoaderFunctionArgs } from "@remix-run/node";

import { decisionsData } from "#app/domain/publication/decisions.ts";
import { openJson } from "#app/http/open-data.server.ts";

import { readDecisions } from "./read-decisions.server.ts";

export async function loader({ request, params: { slug } }: LoaderFunctionArgs) {
  const read = await readDecisions(request, slug);
  return read.ok ? openJson(request, decisionsData(read.origin, read.published, read.found)) : read.answer;
}
