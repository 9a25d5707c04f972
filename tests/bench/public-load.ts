import { Agent, get } from "node:http";

/** `public-load.ts <address> <seconds> <connections>`: loads a page and prints what every request took, in milliseconds, as JSON. */
const [address = "", seconds = "10", connections = "10"] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const end = performance.now() + Number(seconds) * 1_000;
const took: number[] = [];
let failed = 0;

function request(): Promise<void> {
  const started = performance.now();
  return new Promise((resolve) => {
    get(address, { agent }, (response) => {
      response.resume();
      response.once("end", () => {
        if (response.statusCode === 200) took.push(performance.now() - started);
        else failed += 1;
        resolve();
      });
    }).once("error", () => {
      failed += 1;
      resolve();
    });
  });
}

async function keepAsking(): Promise<void> {
  while (performance.now() < end) await request();
}

await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
took.sort((a, b) => a - b);
const at = (share: number) => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0) * 10) / 10;
console.log(JSON.stringify({ requests: took.length, perSecond: Math.round(took.length / Number(seconds)), p50: at(0.5), p95: at(0.95), p99: at(0.99), failed }));
process.exit(0);
