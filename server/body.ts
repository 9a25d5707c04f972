import type { Request, RequestHandler, Response as Reply } from "express";

import { refuse } from "./refusals.ts";

/** Largest form in bytes. */
export const largestForm = 1_000_000;
/** Largest form with a file in it, in bytes; taken from people who are signed in, at the few addresses that ask for one. */
export const largestUpload = 20_000_000;
/** Most fields in one form. */
export const mostFields = 2_000;

const uploads = /^\/portal\/[^/?]+\/(?:[^/?]+\/(?:word|pdf)|earlier-documents\/[^/?]+|funding\/[^/?]+\/[^/?]+\/import)(?:\.data)?(?:\?|$)/;
const session = /(?:^|;\s*)(?:__Host-)?session=/;

/** Bytes that a form may have. Whether the session is good is asked later; without one nothing large is taken in. */
function limitOf(req: Request): number {
  return uploads.test(req.originalUrl) && session.test(req.get("cookie") ?? "") ? largestUpload : largestForm;
}

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * Takes in the body of a form before anything acts on it, so that nothing acts on half of one and a
 * slow or broken sender holds up nobody. Refuses one that is too large as soon as that is known.
 */
export const readForm: RequestHandler = (req, res, next) => {
  if (req.method !== "POST") return next();
  const limit = limitOf(req);
  if (Number(req.get("content-length") ?? 0) > limit) return refuse(req, res, 413);
  const type = req.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const encoded = (req.get("content-encoding") ?? "identity") !== "identity";
  if (!formTypes.includes(type) || encoded) return refuse(req, res, 415);
  collect(req, res, limit, (body) => {
    accept(req, res, body).then((accepted) => {
      if (accepted) next();
    }, next);
  });
};

function collect(req: Request, res: Reply, limit: number, done: (body: Buffer<ArrayBuffer>) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= limit) {
      chunks.push(chunk);
      return;
    }
    chunks.length = 0;
    req.off("data", take);
    req.off("end", finish);
    refuse(req, res, 413);
  };
  const finish = (): void => done(Buffer.concat(chunks));
  req.on("data", take);
  req.on("end", finish);
  // A sender that goes away has nobody to answer.
  req.on("error", () => undefined);
}

async function accept(req: Request, res: Reply, body: Buffer<ArrayBuffer>): Promise<boolean> {
  const problem = await problemWith(body, req.get("content-type") ?? "");
  if (problem) refuse(req, res, problem);
  else res.locals.body = body;
  return problem === null;
}

async function problemWith(body: Buffer<ArrayBuffer>, type: string): Promise<400 | 413 | null> {
  if (!type.toLowerCase().startsWith("multipart/")) return problemWithEncoded(body);
  try {
    const fields = [...(await new Response(body, { headers: { "Content-Type": type } }).formData())];
    if (fields.length > mostFields) return 413;
    const words = fields.flatMap(([name, value]) => [name, typeof value === "string" ? value : value.name]);
    return words.some((word) => word.includes("\0")) ? 400 : null;
  } catch {
    return 400;
  }
}

function problemWithEncoded(body: Buffer): 400 | 413 | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    if (text.split("&", mostFields + 1).length > mostFields) return 413;
    return decodeURIComponent(text).includes("\0") ? 400 : null;
  } catch {
    return 400;
  }
}
