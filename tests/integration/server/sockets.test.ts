import { once } from "node:events";
import { connect, type Socket } from "node:net";

import { describe, expect, it } from "vitest";

import { ownForm, startChain, type Chain } from "./chain.ts";

describe("slow senders", () => {
  it.concurrent.each([
    ["that never say anything", ""],
    ["that never finish their headers", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "],
    [
      "that never finish their form",
      "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\na=",
    ],
  ])("%s are cut off, all 200 of them, while others are served", async (_who, start) => {
    const chain = await startChain();
    const slow = await Promise.all(Array.from({ length: 200 }, () => open(chain, start)));
    const drip = setInterval(() => slow.forEach((socket) => socket.writable && start && socket.write("a")), 500);
    expect((await fetch(chain.url)).status).toBe(200);
    await Promise.all(slow.map(closed));
    clearInterval(drip);
    expect(chain.reached.map(({ method }) => method)).toEqual(["GET"]);
    await chain.close();
  }, 30_000);

  async function open(chain: Chain, start: string): Promise<Socket> {
    const socket = connect(chain.listener.port, "127.0.0.1");
    socket.on("error", () => undefined).resume();
    await once(socket, "connect");
    socket.write(start);
    return socket;
  }

  /** However it was cut off: a socket that is reset errs before it closes, and `once` would take that for a failure. */
  function closed(socket: Socket): Promise<void> {
    return new Promise((resolve) => {
      if (socket.closed) resolve();
      else socket.once("close", () => resolve());
    });
  }
});

describe("stopping", () => {
  it("answers each of 100 requests in flight, then closes", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let waiting = 0;
    const chain = await startChain({
      pages: (_req, res, next) => {
        waiting += 1;
        released.then(() => res.send("done"), next);
      },
    });
    const replies = Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        index % 2 ? fetch(`${chain.url}/portal`) : fetch(`${chain.url}/portal`, { method: "POST", headers: ownForm, body: "a=1" }),
      ),
    );
    await expect.poll(() => waiting).toBe(100);
    const stopped = chain.listener.stop(8_000);
    setTimeout(release, 400);
    const texts = await Promise.all((await replies).map((reply) => reply.text()));
    expect(new Set(texts)).toEqual(new Set(["done"]));
    expect(await stopped).toBe(true);
    await expect(fetch(chain.url)).rejects.toThrow();
  });

  it("does not wait for ever for a request that never ends", async () => {
    let reached = false;
    const chain = await startChain({ pages: () => void (reached = true) });
    const hanging = fetch(chain.url).then(
      () => "answered",
      () => "cut off",
    );
    await expect.poll(() => reached).toBe(true);
    expect(await chain.listener.stop(300)).toBe(false);
    expect(await hanging).toBe("cut off");
  });
});
