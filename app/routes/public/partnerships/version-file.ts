import type { LoaderFunctionArgs } from "@remix-run/node";

import { findDocument } from "#app/domain/publication/queries.server.ts";
import { findVersion } from "#app/domain/publication/rules.ts";

import { readKind } from "./read-kind.server.ts";
import { versionFile } from "./version-data.server.ts";

export async function loader({ request, params: { slug = "", document, number = "" } }: LoaderFunctionArgs) {
  const { versions } = await findDocument(slug, readKind(document));
  return versionFile(request, slug, findVersion(versions, number));
}
