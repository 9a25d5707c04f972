import type { RequestHandler } from "express";

import { refuse } from "./refusals.ts";

/** Says that this process answers. It asks nothing else, so it holds while the database is away. */
export const live: RequestHandler = (_req, res) => {
  res.setHeader("Cache-Control", "no-store");
  res.type("text").send("alive\n");
};

/** While stopping, finishes what it has and tells clients and balancers to go elsewhere. */
export function whileStopping(isStopping: () => boolean): RequestHandler {
  return (req, res, next) => {
    if (!isStopping()) return next();
    res.setHeader("Connection", "close");
    if (req.path === "/readyz") refuse(req, res, 503);
    else next();
  };
}
