import { constants } from "node:zlib";

import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";

import { readForm } from "./body.ts";
import { refuseOtherSites, settleHost, type OwnAddress } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { live, whileStopping } from "./health.ts";
import { limitAddress, limitMethods } from "./limits.ts";
import { logError, logRequests, type Logger } from "./logging.ts";
import { refuse } from "./refusals.ts";
import { identifyRequest } from "./request-facts.ts";
import { limitSenders } from "./senders.ts";
import { serveAssets, type Assets } from "./static.ts";

export interface AppOptions extends OwnAddress {
  logger: Logger;
  assets: Assets;
  /** What answers a request that passed everything before it: `remixPages(build)`. */
  pages: RequestHandler;
  /** Proxies in front whose word about the visitor's address counts; 0 for none. */
  trustProxy?: number;
  isStopping?: () => boolean;
}

/** The chain every request goes through, in order. */
export function createApp({ logger, assets, pages, trustProxy = 0, isStopping = () => false, ...own }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", false);
  app.set("trust proxy", trustProxy);

  app.use(identifyRequest, logRequests(logger));
  app.use(securityHeaders());
  app.use(limitSenders, limitMethods, limitAddress);
  app.get("/livez", live);
  app.use(whileStopping(isStopping));
  app.use(serveAssets(assets));
  app.use(settleHost(own), refuseOtherSites, readForm);
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }));
  app.use(pages);
  app.use(failedRequests(logger));
  return app;
}

function failedRequests(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (req.destroyed && res.destroyed) return;
    logError(logger, error, res.locals.requestId);
    if (res.headersSent) return next(error);
    refuse(req, res, 500);
  };
}
