import routes from "#app/routes.ts";
import type { RouteConfigEntry } from "@remix-run/route-config";

/** Every address the portal answers, as written in the URL map: "/portal/:partnership/arrangements". */
export async function listRoutePaths(): Promise<string[]> {
  const walk = (entries: RouteConfigEntry[], base: string): string[] =>
    entries.flatMap((entry) => {
      const path = entry.index ? base : [base, entry.path].filter(Boolean).join("/");
      return [`/${path}`, ...walk(entry.children ?? [], path)];
    });
  return [...new Set(walk(await routes, ""))].sort();
}
