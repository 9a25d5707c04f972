import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import type { Request, Response as Reply } from "express";

import { alreadyHas } from "#app/http/etag.server.ts";
import type { KeptPage } from "#app/http/kept-page.ts";

type Encoding = "br" | "gzip";

interface Kept extends KeptPage {
  /** Compressed once, when somebody first asks for it so. */
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
  held: number;
}

/** A page and its two compressed forms count as this many times its size. */
const withItsForms = 1.5;

const encode: Record<Encoding, (html: Buffer) => Promise<Buffer>> = {
  br: (html) => promisify(brotliCompress)(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: html.length } }),
  gzip: promisify(gzip),
};

export interface KeptPages {
  /** Takes a rendered page. The page used longest ago gives way when there is no room. */
  keep(req: Request, res: Reply, page: KeptPage): void;
  /** Sends the kept page of this address when it is still so; answers whether it did. */
  send(req: Request, res: Reply): Promise<boolean>;
}

/** Public pages of this process as they were last rendered, without Remix on the way. */
export function keptPages(mostBytes = 64 * 1024 * 1024): KeptPages {
  const pages = new Map<string, Kept>();
  let held = 0;

  const drop = (address: string, page: Kept): void => {
    if (pages.get(address) !== page) return;
    pages.delete(address);
    held -= page.held;
  };

  const keep: KeptPages["keep"] = (req, res, page) => {
    const address = addressOf(req, res);
    const before = address && pages.get(address);
    if (!address) return;
    if (before) drop(address, before);
    const kept = { ...page, isStillSo: shared(() => page.isStillSo()), encoded: {}, held: page.html.length * withItsForms };
    pages.set(address, kept);
    held += kept.held;
    for (const [oldest, old] of pages) {
      if (held <= mostBytes) break;
      drop(oldest, old);
    }
  };

  const send: KeptPages["send"] = async (req, res) => {
    const address = addressOf(req, res);
    const page = address && pages.get(address);
    if (!page) return false;
    const stillSo = await page.isStillSo().catch(() => false);
    if (res.destroyed) return true;
    if (!stillSo) {
      drop(address, page);
      return false;
    }
    if (pages.get(address) === page) {
      pages.delete(address);
      pages.set(address, page);
    }
    await reply(req, res, page);
    return true;
  };

  return { keep, send };
}

/** Addresses with a query are never kept: there is no end to them. */
function addressOf(req: Request, res: Reply): string | null {
  if (req.method === "POST" || req.originalUrl.includes("?")) return null;
  return res.locals.origin + req.originalUrl;
}

async function reply(req: Request, res: Reply, page: Kept): Promise<void> {
  const wanted = req.headers["accept-encoding"] ? req.acceptsEncodings("br", "gzip", "identity") : "identity";
  const encoding = wanted === "br" || wanted === "gzip" ? wanted : null;
  const body = encoding ? await (page.encoded[encoding] ??= encode[encoding](page.html)) : page.html;
  const inForm = (form: Encoding) => page.etag.replace(/"$/, `-${form}"`);
  res.setHeader("Cache-Control", page.cacheControl);
  res.setHeader("Vary", "Accept-Encoding");
  res.setHeader("ETag", encoding ? inForm(encoding) : page.etag);
  const has = req.headers["if-none-match"];
  if (has && page.status === 200 && [page.etag, inForm("br"), inForm("gzip")].some((etag) => alreadyHas(has, etag))) {
    res.status(304).end();
    return;
  }
  res.status(page.status);
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Length", body.length);
  res.end(body);
}

/**
 * One answer for all who ask at the same time. Whoever asks while a question is under way shares the next one, so that
 * no answer is older than its question.
 */
export function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    next = null;
    const mine = ask();
    running = mine;
    const end = (): void => {
      if (running === mine) running = null;
    };
    mine.then(end, end);
    return mine;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}
