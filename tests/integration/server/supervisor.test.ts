import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { newPlace, workersOf } from "./portal-place.ts";

describe("the portal as npm start runs it", { timeout: 240_000 }, () => {
  it("serves, replaces a killed worker while the other serves, and stops without failing a request in flight", async () => {
    const { url, port, dataDir, start } = await newPlace();
    const own = await start();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(url, { headers: { Accept: "text/html" } })).status).toBe(200);
    expect((await stat(join(dataDir, "app-secret"))).mode & 0o077).toBe(0);

    const before = workersOf(own.pid);
    expect(before, "two that serve and one that waits").toHaveLength(3);
    const environment = await readFile(`/proc/${before[0]}/environ`, "utf8").catch(() => "");
    expect(environment).not.toMatch(/(^|\0)(DATABASE_URL|MIGRATOR_DATABASE_URL)=/);

    process.kill(before[0] ?? 0, "SIGKILL");
    await own.says(/A worker ended \(SIGKILL\); starting another/);
    let answers = 0;
    await expect
      .poll(
        async () => {
          expect((await fetch(url, { headers: { Connection: "close" } })).status).toBe(200);
          answers += 1;
          return workersOf(own.pid).filter((pid) => !before.includes(pid)).length;
        },
        { timeout: 30_000, interval: 20 },
      )
      .toBe(1);
    expect(answers).toBeGreaterThan(0);

    const inFlight = await Promise.all(Array.from({ length: 100 }, () => halfSent(port)));
    own.child.kill("SIGTERM");
    await own.says(/Stopping\./);
    const replies = await Promise.all(inFlight.map((request) => request.finish()));
    expect(replies.filter((reply) => !/^HTTP\/1\.1 [245]\d\d /.test(reply))).toEqual([]);
    await once(own.child, "close");
    expect(own.child.exitCode).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it("says why it cannot start, without a stack", async () => {
    const { begin, port } = await newPlace();
    const wrong = begin({ PORT: "eighty" });
    await wrong.says(/PORT must be a number\.\nSee \.env\.example\./);
    expect(wrong.said()).not.toMatch(/^\s+at /m);

    const taken = createServer().listen(port, "127.0.0.1");
    await once(taken, "listening");
    const late = begin();
    await late.says(/The port is already in use\. Stop what uses it, or set PORT to another\./);
    await once(late.child, "close");
    expect(late.child.exitCode).toBe(1);
    expect(late.said()).not.toMatch(/^\s+at /m);
    taken.close();
  });
});

/** A form whose last byte is still to come: the server has it in hand and must answer it. */
async function halfSent(port: number): Promise<{ finish(): Promise<string> }> {
  const socket: Socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("data", (chunk) => (said += chunk.toString("utf8"))).on("error", (error) => (said += error.message));
  await once(socket, "connect");
  const head = `POST /nowhere HTTP/1.1\r\nHost: localhost:${port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=`;
  await new Promise<void>((resolve, reject) => socket.write(head, (error) => (error ? reject(error) : resolve())));
  return {
    finish: async () => {
      const closed = once(socket, "close");
      socket.write("1");
      await closed;
      return said;
    },
  };
}
