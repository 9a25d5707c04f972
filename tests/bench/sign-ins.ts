import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { demoPassword } from "#app/auth/demo-password.ts";
import { demoEmail } from "#db/seed/demo-people.ts";

const port = 3921;
const origin = `http://localhost:${String(port)}`;
const page = `${origin}/partnerships/northmoor/arrangements`;
const atOnce = 200;
const seconds = 14;

/**
 * 200 sign-ins at once with the right password (argon2id, 19 MiB), two workers, while ten connections read a public page:
 * how late the workers' event loops were, and the public page beside itself without the sign-ins. All on this machine,
 * the load included.
 */
export async function benchSignIns(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-bench-sign-ins-"));
  const delays = path.join(folder, "loop-delay.txt");
  const preload = `--import=${path.resolve("tests/bench/loop-delay.mjs")}`;
  const environment = { DATA_DIR: folder, PORT: String(port), WORKERS: "2", TRUST_PROXY: "1", LOG_LEVEL: "silent", LOOP_DELAY_FILE: delays, NODE_OPTIONS: preload };
  const portal = spawn(process.execPath, ["--import", "tsx", "server/start.ts"], { stdio: "ignore", env: { ...process.env, ...environment } });
  try {
    const people = await listPeople();
    await publicLoad(4);
    const idleFrom = Date.now();
    const alone = await publicLoad(seconds);
    const idle = await lateness(delays, idleFrom, Date.now());
    const together = publicLoad(seconds);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const from = Date.now();
    const replies = await Promise.all(Array.from({ length: atOnce }, (_, at) => signIn(people[at % people.length] ?? "", at)));
    const until = Date.now();
    const busy = await lateness(delays, from, until);
    const done = replies.filter((status) => status === 303).length;
    const others = replies.filter((status) => status !== 303);
    console.log(
      `sign-ins: ${String(done)} of ${String(atOnce)} at once in ${((until - from) / 1_000).toFixed(1)} s${others.length > 0 ? ` (OTHERS ANSWERED ${[...new Set(others)].join(", ")})` : ""}; event loop at worst ${busy} ms late (${idle} ms without the sign-ins); ` +
        `public page, 10 connections: ${said(await together)}; without the sign-ins: ${said(alone)}`,
    );
  } finally {
    await stop(portal);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The e-mail addresses of the demonstration's people, from its page of ready sign-ins. */
async function listPeople(): Promise<string[]> {
  const html = await firstReply(`${origin}/demo`);
  const names = [...html.matchAll(/Sign in<span[^>]*> as ([^<,]+), /g)].map((match) => match[1] ?? "");
  const people = [...new Set(names)].map((name) => demoEmail(name.replaceAll("&#x27;", "'").replaceAll("&amp;", "&")));
  if (people.length < 20) throw new Error("the demonstration has too few people to sign in as");
  return people;
}

/** From an address of its own, as 200 people are: one address is let try a hundred times. */
async function signIn(email: string, at: number): Promise<number> {
  const reply = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", Origin: origin, "X-Forwarded-For": `198.51.100.${String(at)}` },
    body: new URLSearchParams({ email, password: demoPassword }).toString(),
  });
  await reply.arrayBuffer();
  return reply.status;
}

interface Load {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  failed: number;
}

const said = ({ perSecond, p50, p95, p99, failed }: Load) => `p50 ${String(p50)}, p95 ${String(p95)}, p99 ${String(p99)} ms, ${String(perSecond)} requests/s${failed ? `, ${String(failed)} FAILED` : ""}`;

/** In a process of its own, so that this one's work does not slow its clock. */
async function publicLoad(forSeconds: number): Promise<Load> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/public-load.ts", page, String(forSeconds), "10"], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString("utf8")));
  await new Promise((resolve) => child.once("close", resolve));
  const load: Load = JSON.parse(output);
  return load;
}

/** The worst lateness of any worker's event loop between two moments, in milliseconds. */
async function lateness(file: string, from: number, until: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const lines = (await readFile(file, "utf8")).trim().split("\n").map((line) => line.split(" ").map(Number));
  const during = lines.filter(([, at = 0]) => at >= from && at <= until + 100).map(([, , late = 0]) => late);
  return during.length === 0 ? "no samples" : Math.max(...during).toFixed(0);
}

async function firstReply(url: string): Promise<string> {
  for (let attempt = 0; attempt < 5_000; attempt += 1) {
    try {
      const response = await fetch(url);
      if (response.ok) return await response.text();
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no reply from ${url} within five minutes`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
