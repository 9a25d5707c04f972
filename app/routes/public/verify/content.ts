import type { LoaderFunctionArgs } from "@remix-run/node";

import { publishedFile } from "./published-file.server.ts";

export function loader({ request, params: { sha256 = "" } }: LoaderFunctionArgs) {
  return publishedFile(request, sha256, "content");
}
