import type { LoaderFunctionArgs } from "@remix-run/node";

import { versionPath } from "#app/components/versions/paths.ts";
import { findVersionFileBytes } from "#app/domain/documents/file/queries.server.ts";
import { redirectTo } from "#app/http/responses.ts";

import { savedFile } from "../pdf/saved-file.server.ts";
import { requireVersion } from "./require-version.server.ts";

/** The PDF that a version was frozen with, to be saved. Without one, or once it is taken down, the version's page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership, at, version } = await requireVersion(request, params);
  const found = await findVersionFileBytes(actor, partnership.id, at.kind, version.number);
  return found?.body ? savedFile(found.body, found.file.name) : redirectTo(versionPath(at, version.number));
}
