import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { RequestHandler } from "express";
import { pino } from "pino";

import { createApp, type AppOptions } from "#server/http.ts";
import { listen, type Listener } from "#server/listener.ts";
import { precompress } from "#server/precompress.ts";
import { loadAssets } from "#server/static.ts";

export interface Chain {
  listener: Listener;
  /** Where the chain listens, such as http://127.0.0.1:40001. */
  url: string;
  /** Every line logged so far. */
  logged: Record<string, unknown>[];
  /** What reached the pages behind the chain. */
  reached: { method: string; url: string; host: string; cookie: string; body: string }[];
  close(): Promise<void>;
}

/** The real chain on a real socket, with a last handler that records what got through. */
export async function startChain(options: Partial<AppOptions> = {}): Promise<Chain> {
  const logged: Chain["logged"] = [];
  const reached: Chain["reached"] = [];
  const folder = mkdtempSync(join(tmpdir(), "portal-chain-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets", "main-abc123.css"), "body{color:#1c2326}".repeat(200));
  writeFileSync(join(folder, "robots.txt"), "User-agent: *\n");
  await precompress(folder);
  const record: RequestHandler = (req, res) => {
    const body = res.locals.body?.toString("utf8") ?? "";
    reached.push({ method: req.method, url: req.originalUrl, host: req.headers.host ?? "", cookie: req.headers.cookie ?? "", body });
    res.type("html").send(`<p>${"page ".repeat(400)}</p>`);
  };
  const app = createApp({
    origin: "http://localhost:3000",
    originIsSet: false,
    logger: pino({ level: "debug" }, { write: (line: string) => void logged.push(readLine(line)) }),
    assets: loadAssets(folder),
    pages: record,
    ...options,
  });
  const listener = await listen(app, 0, "127.0.0.1");
  return {
    listener,
    url: `http://127.0.0.1:${listener.port}`,
    logged,
    reached,
    close: async () => {
      await listener.stop(100);
      rmSync(folder, { recursive: true });
    },
  };
}

function readLine(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== "object" || value === null) throw new Error(`Not a log line: ${line}`);
  return { ...value };
}

export interface RawReply {
  status: number;
  head: string;
  body: string;
}

/** Sends bytes as they are, which no well-behaved client would, and reads until the server closes or `enough` says so. */
export function sendRaw(port: number, bytes: string, enough: (sofar: string) => boolean = isWhole): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let said = "";
    const finish = (): void => {
      socket.destroy();
      const [head = "", ...rest] = said.split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") });
    };
    socket.on("data", (chunk) => {
      said += chunk.toString("utf8");
      if (enough(said)) finish();
    });
    socket.on("error", (error) => (said ? finish() : reject(error)));
    socket.on("close", finish);
  });
}

function isWhole(said: string): boolean {
  const [head = "", body] = said.split("\r\n\r\n");
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  return body !== undefined && length !== undefined && Buffer.byteLength(body) >= Number(length);
}

/** Headers of a form sent from one of our own pages. */
export const ownForm = { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded" };
