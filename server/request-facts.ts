import { randomBytes } from "node:crypto";

import type { RequestHandler } from "express";

declare module "express-serve-static-core" {
  interface Locals {
    /** Names the request in logs and on error pages. Made here, never taken from outside. */
    requestId: string;
    /** The only scripts that may run on this reply carry it. */
    nonce: string;
    /** The visitor's address, after the trusted proxies. */
    clientAddress: string;
    /** Scheme and host this request is answered under: one of ours, whatever the client claimed. */
    origin: string;
    /** The whole body of a form, once its size and type are accepted. */
    body?: Buffer<ArrayBuffer>;
    /** Instead of it: the form is large, and still comes. */
    streamed?: boolean;
  }
}

// No I, L, O or U: people read references out over the telephone.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 60 random bits in three groups of four, such as 7F3K-9QXM-2T4B. */
export function newReference(): string {
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/(.{4})(.{4})(.{4})/, "$1-$2-$3");
}

/** Gives each request its facts and tells the client its id. */
export const identifyRequest: RequestHandler = (req, res, next) => {
  res.locals.requestId = newReference();
  res.locals.nonce = randomBytes(16).toString("base64url");
  res.locals.clientAddress = (req.ip ?? "").replace(/^::ffff:/, "");
  res.setHeader("X-Request-Id", res.locals.requestId);
  next();
};
