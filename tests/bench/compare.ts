import { compareContents } from "#app/domain/documents/compare.server.ts";
import type { SignedContent, SignedSection } from "#app/domain/documents/text/content.ts";
import { sampleContent } from "#tests/unit/documents/text/sample-content.ts";

const words = 17_000;
const runs = 5;

/** Two texts of 17,000 words, compared while nothing else can run: how long the process is busy, by how much they differ. */
export async function benchCompare(): Promise<void> {
  for (const sections of [15, 100]) {
    const before = write(1, sections);
    const after: Record<string, SignedSection[]> = {
      "1% of words changed": change(before, 0.01),
      "5%": change(before, 0.05),
      "half": change(before, 0.5),
      "another text": write(7, sections),
    };
    const said = Object.entries(after).map(([name, text]) => `${name}: ${String(measure(before, text))} ms`);
    console.log(`compare: 2 × ${words.toLocaleString("en-GB")} words in ${String(sections)} sections, processor time, median of ${String(runs)}: ${said.join("; ")}`);
  }
  return Promise.resolve();
}

function measure(before: SignedSection[], after: SignedSection[]): number {
  const content = (number: number, sections: SignedSection[]): SignedContent => ({ ...sampleContent(), number, sections, coverage: [] });
  const times = Array.from({ length: runs }, () => {
    const started = process.cpuUsage();
    compareContents(content(1, before), content(2, after));
    return process.cpuUsage(started).user / 1_000;
  });
  return Math.round(times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0);
}

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function write(seed: number, sections: number): SignedSection[] {
  const next = numbers(seed);
  const paragraph = () => `${Array.from({ length: 80 }, () => `word${Math.floor(next() * 3_000).toString(36)}`).join(" ")}.`;
  const each = Math.ceil(words / sections / 80);
  return Array.from({ length: sections }, (_unused, at) => ({ number: at + 1, id: `section-${String(at)}`, title: `Section ${String(at + 1)}`, markdown: Array.from({ length: each }, paragraph).join("\n\n"), items: [] }));
}

function change(sections: SignedSection[], share: number): SignedSection[] {
  const next = numbers(3);
  return sections.map((section) => ({ ...section, markdown: section.markdown.replace(/\w+/g, (word) => (next() < share ? "otherwise" : word)) }));
}
