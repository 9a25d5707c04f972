import type { RequestHandler } from "express";

import { kindOf } from "./body.ts";

/** Milliseconds in which a whole request must have come. Files come over slow lines too; 100 megabytes need ten minutes. */
const patience = { form: 9_000, file: 90_000, register: 600_000 };
export const longestPatience = patience.register;

/** Cuts off whoever has not sent all of a request in time. */
export const limitSenders: RequestHandler = (req, _res, next) => {
  const late = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, patience[req.method === "POST" ? kindOf(req) : "form"]);
  late.unref();
  req.once("close", () => clearTimeout(late));
  next();
};
