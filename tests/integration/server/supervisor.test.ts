import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import postgres from "postgres";
import { describe, expect, it, onTestFinished } from "vitest";

import { isRunning } from "#db/embedded/processes.server.ts";
import { ensureBuilt } from "#server/build.ts";
import { startMailServer } from "#tests/support/smtp.ts";

import { runOwn, type OwnProcess } from "./own-process.ts";

interface Place {
  url: string;
  port: number;
  dataDir: string;
  begin(environment?: Record<string, string>): OwnProcess;
  /** Starts and waits until the address is printed. */
  start(): Promise<OwnProcess>;
}

async function newPlace(): Promise<Place> {
  await ensureBuilt();
  const dataDir = await mkdtemp(join(tmpdir(), "portal-supervisor-"));
  const port = await freePort();
  const running: OwnProcess[] = [];
  onTestFinished(async () => {
    await Promise.all(running.map((own) => own.end("SIGTERM")));
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  const begin = (environment: Record<string, string> = {}): OwnProcess => {
    const own = runOwn("server/start.ts", [], { DATA_DIR: dataDir, PORT: String(port), DEMO: "off", ...environment });
    running.push(own);
    return own;
  };
  const start = async (): Promise<OwnProcess> => {
    const own = begin();
    await own.says(/is running at http:\/\/localhost:\d+\n/);
    return own;
  };
  return { url: `http://localhost:${port}`, port, dataDir, begin, start };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** The administrator's address of the portal's own database. */
async function embeddedAddress(dataDir: string): Promise<string> {
  const password = (await readFile(join(dataDir, "postgres-password"), "utf8")).trim();
  const port = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[3] ?? "";
  return `postgres://postgres:${password}@127.0.0.1:${port}/portal`;
}

function jobProcessOf(supervisor: number): number {
  return childrenOf(supervisor, "build/jobs")[0] ?? 0;
}

function workersOf(supervisor: number): number[] {
  return childrenOf(supervisor, "build/worker");
}

function childrenOf(supervisor: number, file: string): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const rows = lines.map((line) => line.trim().split(/\s+/));
  return rows.filter(([, ppid, ...args]) => Number(ppid) === supervisor && args.join(" ").includes(file)).map(([pid]) => Number(pid));
}

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

  it("leaves nothing running when it is killed, and starts again on the same data", async () => {
    const { url, dataDir, start } = await newPlace();
    const own = await start();
    const secret = await readFile(join(dataDir, "app-secret"), "utf8");
    const workers = workersOf(own.pid);
    await own.end("SIGKILL");
    await expect.poll(() => Promise.all(workers.map(isRunning)), { timeout: 20_000 }).toEqual([false, false, false]);
    await start();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await readFile(join(dataDir, "app-secret"), "utf8")).toBe(secret);
  });

  it("keeps one process that sends messages: it sends, is replaced when it is killed, and ends with the rest", async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.stop());
    const { dataDir, begin } = await newPlace();
    const own = begin({ SMTP_URL: mail.url, MAIL_FROM: "portal@example.test", LOG_LEVEL: "silent" });
    await own.says(/is running at/);
    const sql = postgres(await embeddedAddress(dataDir), { max: 1, onnotice: () => undefined });
    onTestFinished(() => sql.end({ timeout: 1 }));
    const write = async (name: string) => {
      const [person] = await sql`insert into portal.people (name) values (${name}) returning id`;
      await sql`insert into access.accounts (person_id, email) values (${String(person?.id)}, ${`${name.toLowerCase()}@example.test`})`;
      const content = { kind: "appointment-ended", partnershipId: null, role: "dsp", office: "Director", organisation: null, endsOn: "2026-10-01" };
      await sql`insert into portal.messages (id, person_id, kind, topic, content) values (gen_random_uuid(), ${String(person?.id)}, ${content.kind}, 'your-account', ${sql.json(content)})`;
    };
    await write("Rowan");
    await expect.poll(() => mail.accepted.map((each) => each.to), { timeout: 30_000 }).toEqual(["rowan@example.test"]);

    const before = jobProcessOf(own.pid);
    const environment = await readFile(`/proc/${before}/environ`, "utf8").catch(() => "");
    expect(environment).not.toMatch(/(^|\0)(DATABASE_URL|MIGRATOR_DATABASE_URL)=/);
    process.kill(before, "SIGKILL");
    await own.says(/The process that sends messages ended \(SIGKILL\); starting another/);
    await write("Hazel");
    await expect.poll(() => mail.accepted.map((each) => each.to), { timeout: 30_000 }).toEqual(["rowan@example.test", "hazel@example.test"]);
    const after = jobProcessOf(own.pid);
    expect(after).not.toBe(before);

    expect(await own.end("SIGTERM")).toBe(0);
    expect(await isRunning(after)).toBe(false);
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
