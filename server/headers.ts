import type { RequestHandler } from "express";
import helmet from "helmet";

/** Signed-in pages and the way in. Everywhere else no script may run at all. */
const scripted = /^\/(portal|admin|account|sign-in|invitations|reset|second-factor|demo)(?=$|[/.?#])/;

/** The page behind the link of a letter to an agency. */
const letter = /^\/acknowledge\//;

export function mayRunScripts(address: string): boolean {
  return scripted.test(address);
}

const shared = {
  "default-src": ["'none'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

const noPowers = ["accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"]
  .map((name) => `${name}=()`)
  .join(", ");

/**
 * Security headers on every reply, refusals included.
 *
 * The referrer stays within the site rather than being left out: without it browsers send
 * `Origin: null` with a form, and the cross-site guard would refuse every form without JavaScript.
 */
export function securityHeaders(): RequestHandler[] {
  const everywhere = helmet({
    contentSecurityPolicy: false,
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    // Browsers heed it over https alone, so it is harmless on a first run.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
  const withoutScripts = helmet.contentSecurityPolicy({ useDefaults: false, directives: shared });
  const withNonce = helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      ...shared,
      "connect-src": ["'self'"],
      "script-src": ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
    },
  });
  const byPath: RequestHandler = (req, res, next) => {
    res.setHeader("Permissions-Policy", noPowers);
    // No page of ours need know which letter somebody comes from; a form still says where it was sent from.
    if (letter.test(req.path)) res.setHeader("Referrer-Policy", "strict-origin");
    if (!mayRunScripts(req.path)) return withoutScripts(req, res, next);
    return withNonce(req, res, next);
  };
  return [everywhere, byPath];
}

function nonceOf(res: object): string {
  if (!("locals" in res) || typeof res.locals !== "object" || res.locals === null) throw new Error("The request has no facts.");
  if (!("nonce" in res.locals) || typeof res.locals.nonce !== "string") throw new Error("The request has no nonce.");
  return res.locals.nonce;
}
