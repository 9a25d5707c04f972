import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { ownForm, sendRaw, startChain, type Chain } from "./chain.ts";

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(chain.url + path, { headers });

describe("security headers", () => {
  it.each(["/", "/portal", "/livez", "/assets/main-abc123.css", "/assets/missing.js", "/%00"])("are on every reply: %s", async (path) => {
    const { headers } = await get(path);
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("x-request-id")).toMatch(/^[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4}$/);
  });

  it("say nothing of which letter somebody comes from, and still where a form was sent from", async () => {
    expect((await get(`/acknowledge/${"a".repeat(43)}`)).headers.get("referrer-policy")).toBe("strict-origin");
  });

  it("let public pages run no script at all", async () => {
    expect((await get("/partnerships/north-wessex")).headers.get("content-security-policy")).toBe(
      "default-src 'none';style-src 'self';img-src 'self' data:;font-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
    );
  });

  it("let signed-in pages run scripts with a nonce that is never used twice", async () => {
    const policies = await Promise.all(["/portal/x", "/portal/x"].map(async (path) => (await get(path)).headers.get("content-security-policy") ?? ""));
    const nonces = policies.map((policy) => /script-src 'self' 'nonce-([\w-]{22})'(;|$)/.exec(policy)?.[1]);
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(policies[0]).toContain("connect-src 'self'");
    expect(policies.join()).not.toContain("unsafe");
  });

  it("take no request id from outside", async () => {
    expect((await get("/", { "X-Request-Id": "chosen-outside" })).headers.get("x-request-id")).not.toBe("chosen-outside");
  });
});

describe("static files", () => {
  it.each([
    ["br", brotliDecompressSync],
    ["gzip", gunzipSync],
  ])("are sent as compressed at build: %s", async (encoding, open) => {
    const reply = await sendRaw(chain.listener.port, `HEAD /assets/main-abc123.css HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`);
    expect(reply.head).toMatch(new RegExp(`^content-encoding: ${encoding}$`, "im"));
    const { request } = await import("node:http");
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      request(`${chain.url}/assets/main-abc123.css`, { headers: { "Accept-Encoding": encoding } }, (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => resolve(Buffer.concat(chunks)));
      })
        .on("error", reject)
        .end();
    });
    expect(open(bytes).toString()).toBe("body{color:#1c2326}".repeat(200));
    expect(bytes.length).toBeLessThan(200);
  });

  it("with a hash in their name never change, and the others are looked at again", async () => {
    expect((await get("/assets/main-abc123.css")).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await get("/robots.txt")).headers.get("cache-control")).toBe("public, max-age=3600");
  });

  it("are not sent again to who has them", async () => {
    const etag = (await get("/robots.txt")).headers.get("etag") ?? "";
    const again = await sendRaw(chain.listener.port, `GET /robots.txt HTTP/1.1\r\nHost: x\r\nIf-None-Match: ${etag}\r\nConnection: close\r\n\r\n`);
    expect([again.status, again.body]).toEqual([304, ""]);
  });

  it("that do not exist are not found, without asking the pages", async () => {
    chain.reached.length = 0;
    expect((await get("/assets/main-old.css")).status).toBe(404);
    const outside = await sendRaw(chain.listener.port, "GET /assets/../../package.json HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(outside.status).toBe(404);
    expect(chain.reached).toEqual([]);
  });
});

describe("pages", () => {
  it.each(["br", "gzip"])("are compressed: %s", async (encoding) => {
    const reply = await sendRaw(chain.listener.port, `GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`);
    expect(reply.head).toMatch(new RegExp(`^content-encoding: ${encoding}$`, "im"));
    expect(reply.head).toMatch(/^vary: Accept-Encoding$/im);
  });

  it("that fail say sorry, quote the reference and nothing of the cause", async () => {
    const failing = await startChain({
      pages: () => {
        throw new Error("password canary-91ab at /srv/portal/secret.ts");
      },
    });
    const reply = await fetch(`${failing.url}/portal`, { headers: { Accept: "text/html" } });
    const page = await reply.text();
    const reference = reply.headers.get("x-request-id") ?? "none";
    expect(reply.status).toBe(500);
    expect(page).toContain("Sorry, something went wrong");
    expect(page).toContain(reference);
    expect(page).not.toMatch(/canary|secret\.ts|Error|node_modules/);
    await expect.poll(() => failing.logged.map(({ event, requestId }) => [event, requestId])).toContainEqual(["request.failed", reference]);
    expect(JSON.stringify(failing.logged)).not.toContain("canary-91ab");
    await failing.close();
  });
});

describe("health", () => {
  it("says it is alive without asking anything", async () => {
    chain.reached.length = 0;
    const reply = await get("/livez");
    expect([reply.status, await reply.text(), reply.headers.get("cache-control")]).toEqual([200, "alive\n", "no-store"]);
    expect(chain.reached).toEqual([]);
  });

  it("says it is not ready once it is stopping, and still answers the rest", async () => {
    const ending = await startChain({ isStopping: () => true });
    expect((await fetch(`${ending.url}/readyz`)).status).toBe(503);
    const page = await fetch(`${ending.url}/`);
    expect([page.status, page.headers.get("connection")]).toEqual([200, "close"]);
    await ending.close();
  });
});

describe("the visitor's address", () => {
  async function addressSeen(trustProxy: number): Promise<unknown> {
    let seen: unknown;
    const behind = await startChain({
      trustProxy,
      pages: (_req, res) => {
        seen = res.locals.clientAddress;
        res.send("");
      },
    });
    await fetch(behind.url, { headers: { "X-Forwarded-For": "203.0.113.9, 198.51.100.7" } });
    await behind.close();
    return seen;
  }

  it("is the socket's, unless proxies are trusted, and then no further than they reach", async () => {
    expect(await addressSeen(0)).toBe("127.0.0.1");
    expect(await addressSeen(1)).toBe("198.51.100.7");
    expect(await addressSeen(2)).toBe("203.0.113.9");
  });
});

describe("the log", () => {
  it("has a line per request with method, path, status, time and id", async () => {
    const reply = await get("/partnerships/north-wessex?q=canary-1");
    const id = reply.headers.get("x-request-id");
    await expect.poll(() => chain.logged.find(({ requestId }) => requestId === id)).toMatchObject({
      event: "request",
      method: "GET",
      path: "/partnerships/north-wessex",
      status: 200,
    });
  });

  it("holds nothing anybody typed, wherever they typed it", async () => {
    const canary = "canary-e2a7";
    await get(`/?q=${canary}`);
    await get(`/invitations/${canary}`);
    await get(`/people/${canary}@example.org`);
    await get("/", { Cookie: `session=${canary}`, "User-Agent": canary, Referer: `https://x/${canary}`, "X-Request-Id": canary });
    await fetch(`${chain.url}/sign-in`, { method: "POST", headers: ownForm, body: `email=${canary}@example.org&password=${canary}` });
    const last = await fetch(`${chain.url}/sign-in`, { method: "POST", headers: { ...ownForm, "Content-Type": canary }, body: canary });
    await expect.poll(() => chain.logged.some(({ requestId }) => requestId === last.headers.get("x-request-id"))).toBe(true);
    expect(JSON.stringify(chain.logged)).not.toContain(canary);
  });
});
