import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { sendRaw, startChain, type Chain } from "./chain.ts";

const form = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n";
const origin = "https://safeguarding.example.org";

function send(chain: Chain, headers: string[], host = "safeguarding.example.org"): Promise<number> {
  const lines = headers.map((line) => `${line}\r\n`).join("");
  return sendRaw(chain.listener.port, `POST /portal/save?_data=routes/x HTTP/1.1\r\nHost: ${host}\r\n${form}${lines}\r\na=1`).then(({ status }) => status);
}

describe("with the origin set", () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain({ origin, originIsSet: true });
  });
  afterAll(() => chain.close());
  beforeEach(() => {
    chain.reached.length = 0;
  });

  it.each([
    ["a browser that says same-origin", ["Sec-Fetch-Site: same-origin"]],
    ["an older browser, by its origin", [`Origin: ${origin}`]],
    ["both", ["Sec-Fetch-Site: same-origin", `Origin: ${origin}`]],
  ])("takes a form from %s", async (_who, headers) => {
    expect(await send(chain, headers)).toBe(200);
    expect(chain.reached).toHaveLength(1);
  });

  it.each([
    ["neither header", []],
    ["another site", ["Origin: https://evil.example", "Sec-Fetch-Site: cross-site"]],
    ["another site, by its origin alone", ["Origin: https://evil.example"]],
    ["a sister site", ["Sec-Fetch-Site: same-site"]],
    ["no page", ["Sec-Fetch-Site: none"]],
    ["an origin that is null", ["Origin: null"]],
    ["an origin that is null and same-origin", ["Origin: null", "Sec-Fetch-Site: same-origin"]],
    ["same-origin under a foreign name", ["Origin: https://evil.example", "Sec-Fetch-Site: same-origin"]],
    ["the right name without https", ["Origin: http://safeguarding.example.org"]],
    ["the right name on another port", [`Origin: ${origin}:8443`]],
    ["a name that begins like ours", [`Origin: ${origin}.evil.example`]],
    ["a forwarded host", ["Origin: https://evil.example", "X-Forwarded-Host: evil.example"]],
    ["loopback, once an origin is set", ["Origin: http://localhost:3000"]],
    ["an empty origin", ["Origin: "]],
  ])("refuses a form from %s with 403", async (_who, headers) => {
    expect(await send(chain, headers)).toBe(403);
    expect(chain.reached).toEqual([]);
  });

  it("refuses loopback's own name too, when the request was sent there", async () => {
    expect(await send(chain, ["Origin: http://localhost:3000"], "localhost:3000")).toBe(403);
  });

  describe("a mail reader that unsubscribes at one click", () => {
    const token = "x7".repeat(21) + "A";
    const body = "List-Unsubscribe=One-Click";
    const post = (path: string): Promise<number> =>
      sendRaw(
        chain.listener.port,
        `POST ${path} HTTP/1.1\r\nHost: safeguarding.example.org\r\nOrigin: https://mail.example\r\nCookie: session=somebody\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      ).then(({ status }) => status);

    it("is the one form that may come from anywhere, and brings nobody's session", async () => {
      expect(await post(`/unsubscribe/${token}`)).toBe(200);
      expect(chain.reached).toHaveLength(1);
      expect(JSON.stringify(chain.reached)).not.toContain("somebody");
    });

    it.each([
      `/unsubscribe/${token}x`,
      `/unsubscribe/${token.slice(1)}`,
      `/unsubscribe/${token}/`,
      `/unsubscribe/${token}?_data=routes/account/unsubscribe`,
      `/unsubscribe/${token}.data`,
      `/portal/unsubscribe/${token}`,
      `//unsubscribe/${token}`,
      "/unsubscribe/",
      "/account/messages",
    ])("opens no other address: %s", async (path) => {
      expect(await post(path)).toBe(403);
      expect(chain.reached).toEqual([]);
    });
  });

  it("lets everybody read", async () => {
    const reply = await sendRaw(chain.listener.port, "GET / HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nSec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n");
    expect(reply.status).toBe(200);
  });

  it("shows the pages its own host whatever the client claimed", async () => {
    await sendRaw(chain.listener.port, "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: worse.example\r\nConnection: close\r\n\r\n");
    expect(chain.reached[0]?.host).toBe("safeguarding.example.org");
  });
});

describe("without an origin set", () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain();
  });
  afterAll(() => chain.close());

  it.each(["localhost:3000", "127.0.0.1:4000", "[::1]:3000", "localhost"])("takes a form from %s when sent to that very name", async (host) => {
    expect(await send(chain, [`Origin: http://${host}`], host)).toBe(200);
  });

  it.each([
    ["127.0.0.1:4000", "http://localhost:4000"],
    ["localhost:3000", "https://localhost:3000"],
    ["evil.example", "http://evil.example"],
    ["localhost.evil.example", "http://localhost.evil.example"],
    ["127.0.0.1.evil.example", "http://127.0.0.1.evil.example"],
  ])("sent to %s refuses one from %s", async (host, from) => {
    expect(await send(chain, [`Origin: ${from}`, "Sec-Fetch-Site: same-origin"], host)).toBe(403);
  });
});
