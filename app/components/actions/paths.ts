import type { ActionOrigin } from "#app/domain/actions/origins.ts";

/** Where the actions of a partnership are in the portal. */
export function actionsPath(slug: string, ...rest: readonly string[]): string {
  return ["/portal", slug, "actions", ...rest].join("/");
}

/** The page that records an action that comes from this. */
export function newActionPath(slug: string, origin: ActionOrigin): string {
  return `${actionsPath(slug, "new")}${origin.kind === "own" ? "" : `?origin=${origin.kind}&from=${encodeURIComponent(origin.id)}`}`;
}
