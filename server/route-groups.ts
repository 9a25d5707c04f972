import type { ServerBuild } from "@remix-run/node";

/**
 * Parts of a build, each with the routes that can match addresses of one number of segments and one first segment.
 *
 * React Router reads the pattern of every route anew, several times for every request, and Remix makes every route anew for
 * every page. A part has a dozen routes where the whole has nearly two hundred. An address that belongs to no part, which
 * is one that nothing answers or that is written in another way, gets the whole.
 */
export function groupRoutes(build: ServerBuild): { parts: Map<string, ServerBuild>; keyOf: (pathname: string) => string } {
  const ids = new Map<string, string[]>();
  for (const { id, path, index, parentId } of Object.values(build.routes)) {
    if (id === "root") continue;
    // A pattern that may match addresses of several lengths would be in several parts.
    if ((parentId ?? "root") !== "root" || (path === undefined && !index) || /[*?]/.test(path ?? "")) throw new Error(`the address of ${id} cannot be grouped`);
    const key = keyOf(path ?? "");
    if (key.startsWith(":")) throw new Error(`the address of ${id} begins with a parameter`);
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  const parts = new Map([...ids].map(([key, own]) => [key, { ...build, routes: pick(build.routes, own), assets: { ...build.assets, routes: pick(build.assets.routes, own) } }]));
  return { parts, keyOf };
}

/** "portal 4" for /portal/northmoor/people/history; as React Router does, without regard to case or slashes at the end. */
function keyOf(pathname: string): string {
  const segments = pathname.toLowerCase().split("/").filter(Boolean);
  return `${segments[0] ?? ""} ${String(segments.length)}`;
}

function pick<T>(routes: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => id === "root" || ids.includes(id)));
}
