import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

import type { RequestHandler } from "express";

import { refuse } from "./refusals.ts";

interface Variant {
  encoding: "br" | "gzip" | null;
  bytes: Buffer;
}

interface Asset {
  type: string;
  etag: string;
  cacheControl: string;
  /** Smallest first; the last is as it is. */
  variants: Variant[];
}

/** Everything the build made for browsers, by address. */
export type Assets = ReadonlyMap<string, Asset>;

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Files under assets/ carry a hash of their content in their name, so they never change. */
const forever = "public, max-age=31536000, immutable";
const anHour = "public, max-age=3600";

/** Reads `folder` into memory. Addresses are looked up, never turned into paths, so nothing else can be reached. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const type = types[extname(name)];
    if (type === undefined || name.startsWith(".vite") || !statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    assets.set(address, {
      type,
      etag: createHash("sha256").update(bytes).digest("base64url").slice(0, 22),
      cacheControl: address.startsWith("/assets/") ? forever : anHour,
      variants: [...compressed(path, "br"), ...compressed(path, "gzip"), { encoding: null, bytes }],
    });
  }
  return assets;
}

const suffix = { br: ".br", gzip: ".gz" };

function compressed(path: string, encoding: "br" | "gzip"): Variant[] {
  try {
    return [{ encoding, bytes: readFileSync(path + suffix[encoding]) }];
  } catch {
    return [];
  }
}

/** Serves the built files, compressed beforehand where the client takes it. */
export function serveAssets(assets: Assets): RequestHandler {
  return (req, res, next) => {
    const asset = req.method === "POST" ? undefined : assets.get(req.path);
    if (!asset) {
      if (req.path.startsWith("/assets/")) refuse(req, res, 404);
      else next();
      return;
    }
    const variant = asset.variants.find(({ encoding }) => encoding === null || req.acceptsEncodings(encoding) === encoding);
    if (!variant) return next();
    res.setHeader("Content-Type", asset.type);
    res.setHeader("Cache-Control", asset.cacheControl);
    res.setHeader("ETag", `"${asset.etag}${variant.encoding ? `-${variant.encoding}` : ""}"`);
    res.setHeader("Vary", "Accept-Encoding");
    if (variant.encoding) res.setHeader("Content-Encoding", variant.encoding);
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    res.setHeader("Content-Length", variant.bytes.length);
    res.end(req.method === "HEAD" ? undefined : variant.bytes);
  };
}
