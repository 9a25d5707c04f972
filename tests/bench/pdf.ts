import { canonicalBytes, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import { renderPdf } from "#app/domain/documents/text/pdf.server.ts";
import { countWords } from "#app/domain/documents/text/word-count.ts";
import { sampleContent } from "#tests/unit/documents/text/sample-content.ts";

const WARM_RUNS = 40;
const FRESH_RUNS = 10;
const TARGET_MS = 150;

/** Times the PDF of a version of 10,000 words: rendered again (warm), and with every paragraph new to the compiler. */
export async function benchPdf(): Promise<void> {
  const content = sampleContent(10_000);
  const hash = sha256Hex(canonicalBytes(content));
  const words = content.sections.reduce((sum, section) => sum + countWords(section.markdown), 0);

  const started = performance.now();
  const first = await renderPdf(content, hash);
  const cold = performance.now() - started;
  const again = await renderPdf(content, hash);

  const warm = await time(WARM_RUNS, () => renderPdf(content, hash));
  const fresh = await time(FRESH_RUNS, (run) => {
    const sections = content.sections.map((section) => ({ ...section, markdown: section.markdown.replaceAll("They meet", `In case ${run} they meet`) }));
    return renderPdf({ ...content, sections }, hash);
  });

  console.log(`PDF of ${words.toLocaleString("en-GB")} words, ${Math.round(first.byteLength / 1024)} kB`);
  console.log(`  warm   median ${ms(warm.median)}, p95 ${ms(warm.p95)} (target under ${TARGET_MS} ms): ${warm.median < TARGET_MS ? "met" : "MISSED"}`);
  console.log(`  every paragraph new: median ${ms(fresh.median)}; first in the process ${ms(cold)}`);
  console.log(`  two outputs byte-identical: ${Buffer.from(first).equals(again) ? "yes" : "NO"}, sha256 ${sha256Hex(first)}`);
  console.log(`  memory after ${WARM_RUNS + FRESH_RUNS + 2} renderings: ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`);
}

async function time(runs: number, render: (run: number) => Promise<Uint8Array>): Promise<{ median: number; p95: number }> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await render(run);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
