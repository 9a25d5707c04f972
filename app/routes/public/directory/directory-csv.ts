import type { LoaderFunctionArgs } from "@remix-run/node";

import { directoryColumns, directoryRows } from "#app/domain/publication/directory-data.ts";
import { listDirectories } from "#app/domain/publication/queries.server.ts";
import { findEntries, listEntries, readDirectoryQuery } from "#app/domain/publication/who-holds-what.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv } from "#app/http/open-data.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = readDirectoryQuery(new URL(request.url).searchParams);
  const entries = findEntries(listEntries(await listDirectories()), query);
  return openCsv(request, writeCsv(directoryColumns, directoryRows(entries)), "directory.csv");
}
