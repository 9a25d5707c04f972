/**
 * True when a matched route asks for client JavaScript through `export const handle = { hydrate: true }`.
 * Everything else is served as plain HTML without a script.
 */
export function wantsHydration(handle: unknown): boolean {
  return typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true;
}
