import type { Request, RequestHandler } from "express";

import { refuse } from "./refusals.ts";

export interface OwnAddress {
  /** The origin people use, such as https://safeguarding.example.org. */
  origin: string;
  /** Whether it was set. Until it is, the portal also answers to any name of this very computer. */
  originIsSet: boolean;
}

/**
 * Makes the host one of ours before anything builds an address from it. A forwarded host is never
 * believed: behind a proxy, the configured origin says what people see.
 */
export function settleHost({ origin, originIsSet }: OwnAddress): RequestHandler {
  return (req, res, next) => {
    delete req.headers["x-forwarded-host"];
    res.locals.origin = (originIsSet ? null : loopbackOrigin(req)) ?? origin;
    req.headers.host = new URL(res.locals.origin).host;
    next();
  };
}

/** The address of one topic's messages to one person, and nothing after it. */
const unsubscribe = /^\/unsubscribe\/[\w-]{43}$/;

/**
 * The one form that may come from anywhere: a mail reader unsubscribing at one click (RFC 8058). Its token opens it and
 * it can do nothing else, so whatever says who sends it is taken away.
 */
function isOneClick(req: Request): boolean {
  if (req.method !== "POST" || !unsubscribe.test(req.originalUrl)) return false;
  delete req.headers.cookie;
  delete req.headers.origin;
  return true;
}

/**
 * Lets a form through only when it comes from a page of our own: a browser's `Sec-Fetch-Site` says
 * `same-origin`, or its `Origin` is ours. Where both are sent both must agree; with neither, or with
 * `Origin: null`, nothing is known and the form is refused.
 */
export const refuseOtherSites: RequestHandler = (req, res, next) => {
  if (req.method === "GET" || req.method === "HEAD" || isOneClick(req)) return next();
  const site = req.get("sec-fetch-site");
  const from = req.get("origin");
  const known = site !== undefined || from !== undefined;
  const siteIsOurs = site === undefined || site === "same-origin";
  const originIsOurs = from === undefined || from === res.locals.origin;
  if (known && siteIsOurs && originIsOurs) return next();
  refuse(req, res, 403);
};

function loopbackOrigin(req: Request): string | null {
  const host = req.headers.host ?? "";
  return isLoopback(host) ? `http://${host}` : null;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/.test(host);
}
