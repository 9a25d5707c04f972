import type { LoaderFunctionArgs } from "@remix-run/node";

import { findDocument } from "#app/domain/publication/queries.server.ts";
import { currentOrLost } from "#app/domain/publication/rules.ts";

import { readKind } from "./read-kind.server.ts";
import { versionJson } from "./version-data.server.ts";

export async function loader({ request, params: { slug = "", document } }: LoaderFunctionArgs) {
  const { versions } = await findDocument(slug, readKind(document));
  return versionJson(request, currentOrLost(versions));
}
