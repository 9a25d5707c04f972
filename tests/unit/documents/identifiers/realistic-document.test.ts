import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { countWords } from "#app/domain/documents/text/word-count.ts";

const FIGURES = `
The budget for 2023/24 was £412,500.50 and for 2024/25 £430,120; council £230,000, ICB £115,060, police £85,060. Ten-year cost: £4,010,232,137.
Made under SI 2018/789, amended by SI 2021/1234 and SI 2024/563; Children Act 2004 s.16E to s.16H, and WT 2026 chapter 2, paragraphs 45-62.
Areas E06000001, E08000016 and W06000015 (recoded 1 May 2025); charity 1234567; company 01234567; school URN 123456, 3304567.
Call 999, 101 or 111; Childline 0800 1111; NSPCC 0808 800 5000; front door 0300 123 4567, open 08:30-17:00, 24/7 on 0345 678 9012.
Children aged 10 and over may be held criminally responsible; young people aged 16 to 25; pupils aged 5 to 11; 16- and 17-year-olds; under 18s; aged 0-19 (25).
Rows: 2018 2019 2020 2021 2022; 12 14 16 18 20; 33.3%, 0.4567891234; 10,000 words; 1:200; p. 12-14; 1 April 2026 - 31 March 2027; 30/09/2026; 2026-09-30T10:00:00Z.
SHA-256 41ab09c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f5061728394a5b6c77fe; id 8a6e0804-2bd0-4672-b79d-d97027f9071a; https://northmoor.example/v/3#section-5.
ISBN 978-0-306-40615-7; ISBN 0-306-40615-2; DOI 10.1000/182; ISO 14289-1:2014; grant 31/7045; Ofsted SC 429 2017; version 3.11.2; A4; M25; B&NES; Year 6; KS2; T1-T4.`;

/** The demonstration's longest set of arrangements, with the kinds of figures that real ones hold repeated in it. */
function realisticDocument(): string {
  const folder = join(process.cwd(), "db/seed/texts/northmoor");
  const texts = readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.map((text) => text + FIGURES).join("\n\n");
}

it("raises at most three false alarms in a realistic document of 10,000 words, and none that blocks", () => {
  const text = realisticDocument();
  expect(countWords(text)).toBeGreaterThan(10_000);
  const found = findIdentifiers(text);
  const different = new Set(found.map((each) => each.fingerprint));
  expect(found.filter((each) => each.certain)).toEqual([]);
  expect([...different].length).toBeLessThanOrEqual(3);
});
