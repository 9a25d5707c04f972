import { createServer, type RequestListener, type Server } from "node:http";

import { longestPatience } from "./senders.ts";

/**
 * Milliseconds. A sender slower than this is cut off, so that many slow ones cannot hold the portal. How long a whole
 * request may take depends on what is sent: see senders.ts.
 */
const patience = { headers: 6_000, request: longestPatience, check: 500, idle: 5_000, silence: 60_000 };

export interface Listener {
  port: number;
  /** Finishes what is in flight, within `deadlineMs`, and closes. Answers whether everything was finished. */
  stop(deadlineMs: number): Promise<boolean>;
}

/** Listens on `host` and `port`; port 0 takes a free one. Rejects with the system's error when it cannot. */
export async function listen(app: RequestListener, port: number, host: string): Promise<Listener> {
  const server = createServer({ connectionsCheckingInterval: patience.check }, app);
  server.headersTimeout = patience.headers;
  server.requestTimeout = patience.request;
  server.keepAliveTimeout = patience.idle;
  server.timeout = patience.silence;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { port: address.port, stop: (deadlineMs) => stop(server, deadlineMs) };
}

async function stop(server: Server, deadlineMs: number): Promise<boolean> {
  let finished = false;
  const closed = new Promise<void>((resolve) => server.close(() => resolve())).then(() => (finished = true));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, pause(deadlineMs)]);
  clearInterval(sweep);
  if (!finished) server.closeAllConnections();
  return finished;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
