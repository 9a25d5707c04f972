import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";

import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";

import { isUnavailable } from "#app/domain/shared/database-answers.server.ts";
import { env } from "#app/env.server.ts";
import { logFailure } from "#app/http/error-log.server.ts";
import { alreadyHas, strongEtag } from "#app/http/etag.server.ts";
import { wantsHydration } from "#app/http/hydration.ts";
import type {} from "#app/http/load-context.ts";
import { stillSo } from "#app/http/page-state.server.ts";
import { RequestContext } from "#app/http/request-context.ts";
import { publicCache } from "#app/http/responses.ts";

/** Renders the whole page before replying: its status, headers and ETag are then final. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext | undefined,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const html = await render(request, remix, context);
  const isPublic = remix.staticHandlerContext.matches.at(-1)?.route.id.startsWith("routes/public/") ?? false;
  if (isPublic && status < 500) return publicPage(request, status, headers, context, html);
  return new Response(html, { status, headers });
}

/** Public pages may be stored by anyone and carry the ETag of their bytes. */
function publicPage(request: Request, status: number, headers: Headers, context: AppLoadContext | undefined, text: string): Response {
  const html = Buffer.from(text, "utf8");
  const etag = strongEtag(html);
  const cacheControl = headers.get("Cache-Control") ?? publicCache;
  const isStillSo = context && stillSo(context);
  if (isStillSo) context.keepPage?.({ status, html, etag, cacheControl, isStillSo });
  headers.set("Cache-Control", cacheControl);
  headers.set("ETag", etag);
  if (status !== 200 || !alreadyHas(request.headers.get("If-None-Match"), etag)) return new Response(html, { status, headers });
  headers.delete("Content-Type");
  return new Response(null, { status: 304, headers });
}

async function render(request: Request, remix: EntryContext, context: AppLoadContext | undefined): Promise<string> {
  const hydrated = remix.staticHandlerContext.matches.some((match) => wantsHydration(remix.routeModules[match.route.id]?.handle));
  const page = (
    <RequestContext.Provider value={{ nonce: context?.nonce, requestId: context?.requestId, demo: env().DEMO, portal: /^\/(portal|admin)\//.test(new URL(request.url).pathname) }}>
      <RemixServer context={remix} url={request.url} nonce={context?.nonce} />
    </RequestContext.Provider>
  );
  // Without hydration React's own markers are dead weight, and the static renderer leaves them out.
  const html = hydrated ? await renderForHydration(page) : renderToStaticMarkup(page);
  return `<!DOCTYPE html>${formCameBack(remix) ? html.replace(/<title>(?!Error: )/, "<title>Error: ") : html}`;
}

/** Whether a form came back with errors. The title then says so first, as screen readers do; `meta` is never told. */
function formCameBack({ staticHandlerContext }: EntryContext): boolean {
  return Object.values(staticHandlerContext.actionData ?? {}).some((sent: unknown) => typeof sent === "object" && sent !== null && "errors" in sent && Boolean(sent.errors));
}

function renderForHydration(page: ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => {
        resolve(text(pipe(new PassThrough())));
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

/** A request the client gave up on is not a failure; everything else is logged under the reference the user sees. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  // A wrong address or method is the visitor's, and already answered.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  if (isUnavailable(error)) context.unavailable = true;
  logFailure(error, context.requestId);
};
