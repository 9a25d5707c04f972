import type { RequestHandler } from "express";

import { refuse } from "./refusals.ts";

/** Longest address in characters, query included. */
export const longestAddress = 2_048;

const methods = ["GET", "HEAD", "POST"];

/** Pages are read and forms are sent; there is nothing else to do here. */
export const limitMethods: RequestHandler = (req, res, next) => {
  if (methods.includes(req.method)) return next();
  res.setHeader("Allow", methods.join(", "));
  refuse(req, res, 405);
};

/** Refuses addresses that are too long, incomplete, not UTF-8 or that hold a NUL. */
export const limitAddress: RequestHandler = (req, res, next) => {
  if (req.originalUrl.length > longestAddress) return refuse(req, res, 414);
  if (!isReadable(req.originalUrl)) return refuse(req, res, 400);
  next();
};

function isReadable(address: string): boolean {
  if (!address.startsWith("/") || address.includes("\\")) return false;
  try {
    return !decodeURIComponent(address).includes("\0");
  } catch {
    return false;
  }
}
