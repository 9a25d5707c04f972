import type { RequestHandler } from "express";
import { pino, type Logger } from "pino";

import { loggableError } from "#app/http/error-log.server.ts";

export type { Logger };

export function createLogger(level: string): Logger {
  return pino({ level, base: { pid: process.pid } });
}

// Addresses whose next segment is a secret that opens something.
const beforeToken = /^\/(invitations|reset|second-factor|confirm|unsubscribe|acknowledge)\/[^/]+/;
const mask = "[masked]";

/**
 * The path of an address as it may be logged: no query, no token, no e-mail address, no more than 200
 * characters. A segment that looks random is taken for a token wherever it stands.
 */
export function maskedPath(address: string): string {
  const path = (address.split(/[?#]/)[0] ?? "").replace(beforeToken, (_, before: string) => `/${before}/${mask}`);
  const segments = path.split("/").map((segment) => (looksSecret(segment) ? mask : segment));
  return segments.join("/").slice(0, 200);
}

function looksSecret(segment: string): boolean {
  if (/@|%40/i.test(segment)) return true;
  return segment.length >= 20 && /[a-z]/.test(segment) && /[A-Z]/.test(segment) && /\d/.test(segment);
}

/** One line per request, when it ends: never a body, a header's content, a query or an address in full. */
export function logRequests(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const path = maskedPath(req.originalUrl);
    res.once("close", () => {
      const line = {
        event: "request",
        requestId: res.locals.requestId,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(performance.now() - started),
        ...(res.writableFinished ? {} : { abandoned: true }),
      };
      if (res.statusCode >= 500) logger.error(line);
      else if (path.startsWith("/assets/") || path === "/livez" || path === "/readyz") logger.debug(line);
      else logger.info(line);
    });
    next();
  };
}

/** Logs an unexpected error by name, code and place. Its message may quote what somebody typed. */
export function logError(logger: Logger, error: unknown, requestId: string): void {
  logger.error({ event: "request.failed", requestId, ...loggableError(error) });
}
