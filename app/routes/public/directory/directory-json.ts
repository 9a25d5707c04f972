import type { LoaderFunctionArgs } from "@remix-run/node";

import { directoryData } from "#app/domain/publication/directory-data.ts";
import { listDirectories } from "#app/domain/publication/queries.server.ts";
import { findEntries, listEntries, readDirectoryQuery } from "#app/domain/publication/who-holds-what.ts";
import { openJson } from "#app/http/open-data.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const query = readDirectoryQuery(searchParams);
  return openJson(request, directoryData(origin, query, findEntries(listEntries(await listDirectories()), query)));
}
