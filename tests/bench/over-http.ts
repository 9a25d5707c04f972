import { type ChildProcess, spawn } from "node:child_process";

/** How many requests are under way at any moment. */
export const connections = 20;

/** Runs something against `npm start`’s server with two workers, on a database that is there. */
export async function withServer(adminUrl: string, port: number, act: (origin: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "server/start.ts"], { stdio: "ignore", env: { ...process.env, DATABASE_URL: adminUrl, PORT: String(port), WORKERS: "2", APP_SECRET: "a secret that only this bench knows" } });
  const origin = `http://localhost:${String(port)}`;
  try {
    await answered(() => fetchOk(`${origin}/search`));
    await act(origin);
  } finally {
    await stop(child);
  }
}

export async function fetchOk(url: string, headers: Record<string, string> = {}): Promise<void> {
  const reply = await fetch(url, { headers });
  await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(String(reply.status));
}

/** How long each took, with as many under way as there are connections. */
export async function load(asked: readonly string[], send: (query: string) => Promise<void>): Promise<string> {
  const times: number[] = [];
  let failed = 0;
  let at = 0;
  const started = performance.now();
  const worker = async () => {
    for (let query = asked[at++]; query !== undefined; query = asked[at++]) {
      const from = performance.now();
      try {
        await send(query);
      } catch {
        failed += 1;
      }
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  times.sort((a, b) => a - b);
  const share = (part: number) => `${String(Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0))} ms`;
  return `${String(Math.round((asked.length / (performance.now() - started)) * 1_000))}/s, p50 ${share(0.5)}, p95 ${share(0.95)}, p99 ${share(0.99)}${failed > 0 ? `, ${String(failed)} FAILED` : ""}`;
}

/** The same numbers each time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function answered(ask: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 2_400; attempt += 1) {
    try {
      await ask();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("the portal did not answer within four minutes");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
