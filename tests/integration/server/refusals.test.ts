import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { largestForm, mostFields } from "#server/body.ts";

import { ownForm, sendRaw, startChain, type Chain } from "./chain.ts";

let chain: Chain;
beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain.close());
beforeEach(() => {
  chain.reached.length = 0;
});

const post = (body: RequestInit["body"], headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${chain.url}/portal/save`, { method: "POST", body, headers: { ...ownForm, ...headers } });

describe("addresses", () => {
  it("may have 2,048 characters and no more", async () => {
    const address = (length: number): string => `/?q=${"a".repeat(length - 4)}`;
    expect((await fetch(chain.url + address(2_048))).status).toBe(200);
    expect((await fetch(chain.url + address(2_049))).status).toBe(414);
    expect(chain.reached).toHaveLength(1);
  });

  it.each([
    ["a NUL", "/a%00b"],
    ["a NUL in the query", "/?q=a%00b"],
    ["half an escape", "/%E0%A4%A"],
    ["an escape that is none", "/?q=100%"],
    ["bytes that are not UTF-8", "/%FF%FE"],
    ["a lone surrogate", "/%ED%A0%80"],
    ["a backslash", "/\\example.org"],
    ["another site's address", "http://evil.example/"],
  ])("with %s are refused with 400", async (_what, address) => {
    const reply = await sendRaw(chain.listener.port, `GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect(reply.status).toBe(400);
    expect(chain.reached).toEqual([]);
  });

  it("with accents pass as they are", async () => {
    expect((await fetch(`${chain.url}/partnerships/caf%C3%A9?q=%F0%9F%91%8D`)).status).toBe(200);
  });
});

describe("methods", () => {
  it.each(["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])("%s is refused with 405", async (method) => {
    const reply = await sendRaw(chain.listener.port, `${method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n`);
    expect(reply.status).toBe(405);
    expect(reply.head).toMatch(/^allow: GET, HEAD, POST$/im);
    expect(chain.reached).toEqual([]);
  });
});

describe("forms", () => {
  it("pass with everything that was typed", async () => {
    expect((await post("title=Caf%C3%A9+%26+more&text=%F0%9F%91%8D")).status).toBe(200);
    expect(chain.reached[0]?.body).toBe("title=Caf%C3%A9+%26+more&text=%F0%9F%91%8D");
  });

  it("may hold a megabyte, to the byte", async () => {
    expect((await post("a".repeat(largestForm))).status).toBe(200);
    expect((await post("a".repeat(largestForm + 1))).status).toBe(413);
    expect(chain.reached).toHaveLength(1);
  });

  it("too large by their own account are refused before anything of them arrives", async () => {
    const reply = await sendRaw(
      chain.listener.port,
      "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999999999\r\n\r\n",
    );
    expect(reply.status).toBe(413);
  });

  it("sent in pieces without a length are refused as soon as they are too large, before their end", async () => {
    const piece = "a".repeat(0x10000);
    const pieces = `10000\r\n${piece}\r\n`.repeat(16);
    const reply = await sendRaw(
      chain.listener.port,
      `POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}`,
    );
    expect(reply.status).toBe(413);
    expect(chain.reached).toEqual([]);
  });

  it("sent in pieces pass when they are not too large", async () => {
    const reply = await sendRaw(
      chain.listener.port,
      "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na=1&\r\n3\r\nb=2\r\n0\r\n\r\n",
    );
    expect(reply.status).toBe(200);
    expect(chain.reached[0]?.body).toBe("a=1&b=2");
  });

  it.each(["application/json", "text/plain", "application/xml", ""])("of type %j are refused with 415", async (type) => {
    expect((await post(Buffer.from("{}"), { "Content-Type": type })).status).toBe(415);
    expect(chain.reached).toEqual([]);
  });

  it("compressed by the sender are refused: their true size is unknown", async () => {
    expect((await post(gzipSync("a=1"), { "Content-Encoding": "gzip" })).status).toBe(415);
  });

  it.each([
    ["a NUL", "a=%00"],
    ["a NUL as it is", "a=\0"],
    ["a NUL in a name", "%00=a"],
    ["half an escape", "a=%E0%A4%A"],
    ["a lone surrogate", "a=%ED%A0%80"],
    ["bytes that are not UTF-8", Buffer.from([0x61, 0x3d, 0xff])],
  ])("with %s are refused with 400", async (_what, body) => {
    expect((await post(body)).status).toBe(400);
    expect(chain.reached).toEqual([]);
  });

  it("with more fields than any page has are refused", async () => {
    expect((await post("a=1&".repeat(mostFields - 1) + "a=1")).status).toBe(200);
    expect((await post("a=1&".repeat(mostFields) + "a=1")).status).toBe(413);
  });

  it("in several parts pass, and are refused when broken or holding a NUL", async () => {
    const parts = (value: string, end = "--x--\r\n"): string => `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${value}\r\n${end}`;
    const type = { "Content-Type": "multipart/form-data; boundary=x" };
    expect((await post(parts("one"), type)).status).toBe(200);
    expect((await post(parts("o\0ne"), type)).status).toBe(400);
    expect((await post(parts("one", ""), type)).status).toBe(400);
    expect((await post("nothing of the kind", type)).status).toBe(400);
    expect((await post(parts("one"), { "Content-Type": "multipart/form-data" })).status).toBe(400);
    expect(chain.reached).toHaveLength(1);
  });

  it("given up half-way reach no page", async () => {
    const start = "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=1";
    const { connect } = await import("node:net");
    await new Promise<void>((resolve) => {
      const socket = connect(chain.listener.port, "127.0.0.1", () => socket.write(start, () => setTimeout(() => socket.destroy(), 50)));
      socket.on("close", () => resolve());
    });
    await expect.poll(() => chain.logged.at(-1)).toMatchObject({ method: "POST", abandoned: true });
    expect(chain.reached).toEqual([]);
  });
});

describe("the answer to a refused request", () => {
  it("is a page for browsers, with what to do and the reference", async () => {
    const reply = await fetch(`${chain.url}/%00`, { headers: { Accept: "text/html,*/*" } });
    const page = await reply.text();
    const reference = reply.headers.get("x-request-id") ?? "";
    expect(reply.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toMatch(/<main>\s*<h1>This request cannot be read<\/h1>/);
    expect(page).toContain(`Reference: <strong>${reference}</strong>`);
    expect(reference).not.toBe("");
  });

  it("allows its one style sheet and nothing else", async () => {
    const reply = await fetch(`${chain.url}/%00`, { headers: { Accept: "text/html" } });
    expect(reply.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'none'/);
  });

  it("is plain text for anything else", async () => {
    const reply = await fetch(`${chain.url}/%00`);
    expect(reply.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await reply.text()).toMatch(/^This request cannot be read\n.*\nReference: [\w-]{14}\n$/);
  });

  it("repeats nothing of the request", async () => {
    const reply = await fetch(`${chain.url}/%00canary-7c1f`, { headers: { Accept: "text/html" } });
    expect(await reply.text()).not.toContain("canary-7c1f");
  });
});
