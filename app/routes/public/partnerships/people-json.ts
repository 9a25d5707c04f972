import type { LoaderFunctionArgs } from "@remix-run/node";

import { peopleData } from "#app/domain/publication/open-data.ts";
import { findPeople } from "#app/domain/publication/queries.server.ts";
import { readDayAsked } from "#app/domain/shared/day-asked.server.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const { searchParams, origin } = new URL(request.url);
  const asked = readDayAsked(searchParams);
  if (asked.kind === "wrong") return openJsonError(request, 400, "The day asked for must be a real date, like on=2026-03-03.");
  const people = await findPeople(slug, asked.kind === "none" ? null : asked.day);
  if (!people) return openJsonError(request, 404, "There is no such partnership.");
  return openJson(request, peopleData(origin, people));
}
