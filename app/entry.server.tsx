import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";

import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";

import { logFailure } from "#app/http/error-log.server.ts";
import { wantsHydration } from "#app/http/hydration.ts";
import type {} from "#app/http/load-context.ts";
import { RequestContext } from "#app/http/request-context.ts";

/** Renders the whole page before replying: its status, headers and ETag are then final. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext | undefined,
): Promise<Response> {
  const hydrated = remix.staticHandlerContext.matches.some((match) => wantsHydration(remix.routeModules[match.route.id]?.handle));
  const page = (
    <RequestContext.Provider value={{ nonce: context?.nonce, requestId: context?.requestId }}>
      <RemixServer context={remix} url={request.url} nonce={context?.nonce} />
    </RequestContext.Provider>
  );
  // Without hydration React's own markers are dead weight, and the static renderer leaves them out.
  const html = hydrated ? await renderForHydration(page) : renderToStaticMarkup(page);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
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
  logFailure(error, context?.requestId ?? "none");
};
