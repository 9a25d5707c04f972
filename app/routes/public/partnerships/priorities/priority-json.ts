import type { LoaderFunctionArgs } from "@remix-run/node";

import { priorityData } from "#app/domain/publication/priority-data.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

import { findPriority } from "./show-priority.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findPriority(params);
  if (!found) return openJsonError(request, 404, "This partnership has published no such priority.");
  return openJson(request, priorityData(new URL(request.url).origin, found.shown), found.shown.outline ? 200 : 410);
}
