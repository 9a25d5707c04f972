import type { AppLoadContext } from "@remix-run/node";

/** What the loader of a request said about its page, for the renderer that comes after it. */
const states = new WeakMap<AppLoadContext, () => Promise<boolean>>();

/**
 * Said by a loader whose page depends on nothing but its address and `state`, and so may be kept. `read` reads the state
 * as it is when called.
 */
export function pageDependsOn(context: AppLoadContext, state: string, read: () => Promise<string>): void {
  states.set(context, async () => (await read()) === state);
}

/** Whether the page is still as this request's loader saw it; undefined when it did not say on what it depends. */
export function stillSo(context: AppLoadContext): (() => Promise<boolean>) | undefined {
  return states.get(context);
}
