import type { LoaderFunctionArgs } from "@remix-run/node";

import { fundingData } from "#app/domain/publication/funding-data.ts";
import { openJson } from "#app/http/open-data.server.ts";

import { findFundingData } from "./find-data.server.ts";

/** A year's funding, or the latest when the address names none. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findFundingData(request, params.slug, params.year);
  return found.ok ? openJson(request, fundingData(new URL(request.url).origin, found.funding)) : found.answer;
}
