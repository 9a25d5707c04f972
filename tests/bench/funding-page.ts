import { renderBarChart } from "#app/components/charts/bar-chart.server.tsx";

import { fetched, load, said, withPortal } from "./serving.ts";

const years = ["2023-24", "2024-25", "2025-26", "2026-27"];
const partnerships = ["fenwick-and-sorrel", "kestrel-dale", "larkwater", "thornby"];
const page = "/partnerships/northmoor/funding/2025-26";

/**
 * A year's funding with its three charts: the first page that a process renders, the first of each other year (new
 * charts, warm code), the same page rendered again with its charts kept, and from its stored rendering; and beside the
 * last, two bare processes that reply the same bytes.
 */
export async function benchFundingPage(): Promise<void> {
  await withPortal(1, async ({ origin, serveBare }) => {
    const first = await timed(() => fetched(origin + page));
    const others = partnerships.flatMap((slug) => years.map((year) => `/partnerships/${slug}/funding/${year}`));
    const fresh = await each(others, (path) => fetched(origin + path));
    // An address with a query is never stored, so only the charts are.
    const again = await each(Array.from({ length: 40 }, (_, at) => `${page}?again=${String(at)}`), (path) => fetched(origin + path));
    const stored = await each(Array.from({ length: 200 }, () => page), (path) => fetched(origin + path));
    const html = await fetched(origin + page);
    console.log(
      `funding page: ${String(Math.round(html.length / 1000))} kB, one worker: first of the process ${ms(first)}; first of ${String(others.length)} other years ${spread(fresh)}; ` +
        `rendered again, charts kept ${spread(again)}; from its stored rendering ${spread(stored)}`,
    );
    const bars = (run: number) => Array.from({ length: 8 }, (_, at) => ({ label: `Contributor ${String(at)}`, value: 1_000 * (at + 1) + run, text: `£${String(at + 1)},000` }));
    const charts = await each(Array.from({ length: 40 }, (_, run) => run), (run) => renderBarChart({ id: "chart", label: "A chart", bars: bars(run) }));
    console.log(`  one chart of eight bars drawn anew: ${spread(charts)}`);
    const bareOrigin = await serveBare(html);
    console.log(`  10 connections, stored rendering: ${said(await load(origin + page, 8))}; bare node:http, same bytes, 2 processes: ${said(await load(bareOrigin, 8))}`);
  });
}

async function timed(act: () => unknown): Promise<number> {
  const from = performance.now();
  await act();
  return performance.now() - from;
}

/** How long each took, the shortest first. */
async function each<Item>(items: readonly Item[], act: (item: Item) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) times.push(await timed(() => act(item)));
  return times.sort((a, b) => a - b);
}

function spread(times: readonly number[]): string {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return `median ${ms(at(0.5))}, p95 ${ms(at(0.95))}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
