import type { LoaderFunctionArgs } from "@remix-run/node";

import { agencyListData } from "#app/domain/publication/agency-list.ts";
import { findRepresentatives } from "#app/domain/publication/voice.server.ts";
import { openJson } from "#app/http/open-data.server.ts";

import { readAgencies } from "./read-agencies.server.ts";

export async function loader({ request, params: { slug } }: LoaderFunctionArgs) {
  const read = await readAgencies(request, slug);
  return read.ok ? openJson(request, agencyListData(read.origin, read.published, read.listed, await findRepresentatives(slug ?? ""))) : read.answer;
}
