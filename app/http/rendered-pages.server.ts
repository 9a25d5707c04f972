import type { AppLoadContext } from "@remix-run/node";

import { strongEtag } from "#app/http/etag.server.ts";

/** A public page as its bytes. */
export interface RenderedPage {
  html: Buffer<ArrayBuffer>;
  etag: string;
}

interface Wanted {
  key: string;
  page: RenderedPage | undefined;
}

const mostBytes = 64 * 1024 * 1024;

/** Pages of this process, the one used longest ago first. */
const pages = new Map<string, RenderedPage>();
let heldBytes = 0;

/** What a request's loader found out about its page, for the renderer that comes after it. */
const wanted = new WeakMap<AppLoadContext, Wanted>();

/**
 * Tells the renderer that this page depends on nothing but its address and `state`, which the loader has just read from
 * the database. Answers whether the page for that state is at hand, so that the loader need not fetch the rest. A state
 * that changes (a new version, a takedown) is another key: what is kept is never served past it.
 */
export function isRendered(context: AppLoadContext, request: Request, state: string): boolean {
  const { origin, pathname } = new URL(request.url);
  const key = `${origin}${pathname}\n${state}`;
  const page = pages.get(key);
  if (page) {
    pages.delete(key);
    pages.set(key, page);
  }
  wanted.set(context, { key, page });
  return page !== undefined;
}

/** The page that the loader found, if it did. */
export function renderedPage(context: AppLoadContext | undefined): RenderedPage | undefined {
  return context && wanted.get(context)?.page;
}

/** Makes a page of freshly rendered HTML, and keeps it when its loader said on what it depends. */
export function toPage(context: AppLoadContext | undefined, status: number, text: string): RenderedPage {
  const html = Buffer.from(text, "utf8");
  const page = { html, etag: strongEtag(html) };
  const key = context && wanted.get(context)?.key;
  if (key !== undefined && status < 500) keep(key, page);
  return page;
}

function keep(key: string, page: RenderedPage): void {
  // Two requests may have rendered it at the same moment.
  heldBytes += page.html.length - (pages.get(key)?.html.length ?? 0);
  pages.delete(key);
  pages.set(key, page);
  for (const [oldest, { html }] of pages) {
    if (heldBytes <= mostBytes) return;
    pages.delete(oldest);
    heldBytes -= html.length;
  }
}
