import type { Request, RequestHandler, Response as Reply } from "express";

import { refuse } from "./refusals.ts";

/** Largest form in bytes. */
export const largestForm = 1_000_000;
/** Largest form with a file in it, in bytes; taken from people who are signed in, at the few addresses that ask for one. */
export const largestUpload = 20_000_000;
/** Largest form with a file of a public register in it, in bytes: all schools of England are 60 megabytes. It is never in memory whole. */
export const largestRegister = 100_000_000;
/** Most fields in one form. */
export const mostFields = 2_000;

const uploads = /^\/portal\/[^/?]+\/(?:[^/?]+\/(?:word|pdf)|earlier-documents\/[^/?]+|funding\/[^/?]+\/[^/?]+\/import)(?:\.data)?(?:\?|$)/;
const registers = /^\/portal\/[^/?]+\/agencies\/import(?:\.data)?(?:\?|$)/;
const session = /(?:^|;\s*)(?:__Host-)?session=/;

/** What is sent. Whether the session is good is asked later; without one nothing large is taken in. */
export function kindOf(req: Request): "form" | "file" | "register" {
  if (!session.test(req.get("cookie") ?? "")) return "form";
  return registers.test(req.originalUrl) ? "register" : uploads.test(req.originalUrl) ? "file" : "form";
}

const limits = { form: largestForm, file: largestUpload, register: largestRegister };

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data"];

/**
 * Takes in the body of a form before anything acts on it, so that nothing acts on half of one and a
 * slow or broken sender holds up nobody. Refuses one that is too large as soon as that is known.
 */
export const readForm: RequestHandler = (req, res, next) => {
  if (req.method !== "POST") return next();
  const kind = kindOf(req);
  const limit = limits[kind];
  if (Number(req.get("content-length") ?? 0) > limit) return refuse(req, res, 413);
  const type = req.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const encoded = (req.get("content-encoding") ?? "identity") !== "identity";
  if (!formTypes.includes(type) || encoded) return refuse(req, res, 415);
  if (kind === "register" && type === "multipart/form-data") return stream(req, res, next);
  collect(req, res, limit, (body) => {
    accept(req, res, body).then((accepted) => {
      if (accepted) next();
    }, next);
  });
};

/** A register is read as it comes, by its page, which asks first who sends it. How much there is has to be said before. */
function stream(req: Request, res: Reply, next: () => void): void {
  if (req.get("content-length") === undefined) return refuse(req, res, 413);
  res.locals.streamed = true;
  next();
}

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
