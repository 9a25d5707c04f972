import type { LoaderFunctionArgs } from "@remix-run/node";

import { documentPath } from "#app/components/drafting/paths.ts";
import { findDraftFileBytes } from "#app/domain/documents/file/queries.server.ts";
import { redirectTo } from "#app/http/responses.ts";

import { requireDocument } from "../require-document.server.ts";
import { savedFile } from "./saved-file.server.ts";

/** The PDF of a draft, to be saved and not opened in the page. Without one, the draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "read-drafts");
  const found = await findDraftFileBytes(actor, partnership.id, at.kind);
  return found?.body ? savedFile(found.body, found.file.name) : redirectTo(documentPath(at));
}
