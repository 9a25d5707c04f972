import { type AppLoadContext, createReadableStreamFromReadable, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as Incoming, RequestHandler, Response as Reply } from "express";

import type { PortalLoadContext } from "#app/http/load-context.ts";

import { keptPages } from "./kept-pages.ts";
import { refuse } from "./refusals.ts";
import { groupRoutes } from "./route-groups.ts";

/**
 * Remix as the last handler of the chain.
 *
 * Written here rather than taken from @remix-run/express, which streams an unbounded body into the
 * action, believes X-Forwarded-Host about the port, and aborts an action when its client goes away.
 */
export function remixPages(build: ServerBuild): RequestHandler {
  const { parts, keyOf } = groupRoutes(build);
  const whole = createRequestHandler(build, "production");
  const handlers = new Map([...parts].map(([key, part]) => [key, createRequestHandler(part, "production")]));
  const kept = keptPages();
  const ownTurn = oneATurn();
  return async (req, res, next) => {
    try {
      if (await kept.send(req, res)) return;
      await ownTurn();
      const context: AppLoadContext & PortalLoadContext = {
        nonce: res.locals.nonce,
        requestId: res.locals.requestId,
        clientAddress: res.locals.clientAddress,
        keepPage: (page) => kept.keep(req, res, page),
      };
      const request = requestOf(req, res);
      const handle = handlers.get(keyOf(new URL(request.url).pathname)) ?? whole;
      const response = await handle(request, context);
      if (context.unavailable && response.status >= 500) return refuse(req, res, 503);
      await reply(req, res, response);
    } catch (error) {
      next(error);
    }
  };
}

/** Requests begin one in each turn of the event loop, so that hundreds that arrive together hold it no longer than one does. */
function oneATurn(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(() => new Promise((resolve) => setImmediate(resolve))));
}

function requestOf(req: Incoming, res: Reply): Request {
  const url = new URL(res.locals.origin + req.originalUrl);
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  if (res.locals.streamed) return new Request(url, { method: "POST", headers, body: createReadableStreamFromReadable(req), duplex: "half" });
  if (req.method === "POST") return new Request(url, { method: "POST", headers, body: res.locals.body ?? Buffer.alloc(0) });
  // Work for a reader who went away may stop. A change somebody sent never does.
  const reading = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) reading.abort();
  });
  return new Request(url, { method: req.method, headers, signal: reading.signal });
}

/** The body is taken whole before the first byte is sent, so a failure on the way is still a proper error page. */
async function reply(req: Incoming, res: Reply, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  if (res.destroyed) return;
  if (response.status === 500 && response.headers.get("Content-Type") === "text/plain") return refuse(req, res, 500);
  // What is still coming of a form that was answered already is not waited for.
  if (res.locals.streamed && !req.complete) res.setHeader("Connection", "close");
  res.status(response.status);
  for (const [name, value] of response.headers) res.append(name, value);
  if (body.length > 0) res.setHeader("Content-Length", body.length);
  res.end(body);
}
