import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { canonicalBytes, sha256Hex } from "#app/domain/documents/text/canonical.server.ts";
import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { missingGlyphs } from "#app/domain/documents/text/missing-glyphs.server.ts";
import { PdfRenderingError, renderPdf } from "#app/domain/documents/text/pdf.server.ts";
import { sampleContent } from "./sample-content.ts";

const run = promisify(execFile);
const HASH = "a1".repeat(32);

const withText = (markdown: string): SignedContent => {
  const content = sampleContent(0);
  content.sections = content.sections.slice(0, 1).map((section) => ({ ...section, markdown }));
  return { ...content, coverage: [] };
};

async function failure(content: SignedContent, hash = HASH): Promise<unknown> {
  return renderPdf(content, hash).then(
    () => null,
    (error: unknown) => error,
  );
}

describe("renderPdf", () => {
  it("writes a tagged PDF/UA-1 file with title, language and the date of freezing", async () => {
    const pdf = Buffer.from(await renderPdf(sampleContent(), HASH)).toString("latin1");
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf).toContain("/CreationDate (D:20260821093005Z)");
    expect(pdf).toContain("en-GB");
    expect(pdf).toMatch(/\/Marked true/);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain(`sha256:${HASH}`);
  });

  it("gives the same bytes again, after other documents and in another process", async () => {
    const content = sampleContent(2000);
    const hash = sha256Hex(canonicalBytes(content));
    const first = sha256Hex(await renderPdf(content, hash));
    await renderPdf(sampleContent(300, { title: "Another" }), HASH);
    expect(sha256Hex(await renderPdf(content, hash))).toBe(first);

    const script = join(import.meta.dirname, "print-pdf-hash.ts");
    const { stdout } = await run(process.execPath, ["--import", "tsx", script], { cwd: process.cwd() });
    expect(stdout.trim()).toBe(first);
  }, 30_000);

  it("changes when the content changes", async () => {
    const pdf = await renderPdf(sampleContent(), HASH);
    expect(Buffer.from(await renderPdf(sampleContent(600, { number: 4 }), HASH)).equals(pdf)).toBe(false);
    expect(Buffer.from(await renderPdf(sampleContent(), "b2".repeat(32))).equals(pdf)).toBe(false);
  });

  it.each([
    ["Typst source", '#read("/etc/passwd") #import "x" $x$ #{panic()} @section-1 <section-1> \\ `raw` = heading // comment'],
    ["quotes, braces and backslashes", '"}] \\" \\u{1F} #sys.inputs.data'],
    ["every block", "## A\n\na\\\nb **c** [d](https://a.example) [e](#section-1) [f](#section-99) [g](/x) [h](mailto:a@b.example)\n\n- a\n  1. b\n     - c\n\n> q\n\n---\n\n| A | B |\n|:-:|--:|\n| 1 | |\n\n| only |\n|---|\n| one |"],
    ["a table without rows", "| A | B |\n|---|---|"],
    ["endless words", `https://a.example/${"x".repeat(500)} ${"Ŵ".repeat(300)}\n\n| ${"A".repeat(80)} | B |\n|---|---|\n| ${"b-".repeat(90)} | 2 |`],
    ["a list at the deepest level", [0, 1, 2, 3, 4, 5, 6, 7].map((depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["nothing", ""],
  ])("sets %s", async (_name, markdown) => {
    const pdf = await renderPdf(withText(markdown), HASH);
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/%%EOF\s*$/);
  });

  it("sets a version with no dates, no change note and no sections", async () => {
    const pdf = await renderPdf(sampleContent(0, { inForceFrom: null, nextReviewOn: null, changeNote: null, sections: [], coverage: [] }), HASH);
    expect(pdf.byteLength).toBeGreaterThan(10_000);
  });

  it.each([
    ["a glyph that is missing", withText("漢字")],
    ["a skipped heading level", withText("#### A")],
  ])("refuses %s, with reasons that do not reach a log", async (_name, content) => {
    const error = await failure(content);
    expect(error).toBeInstanceOf(PdfRenderingError);
    if (!(error instanceof PdfRenderingError)) return;
    expect(error.reasons().join(" ")).toMatch(/漢|skipped/);
    expect(`${error.message} ${JSON.stringify(error)}`).not.toMatch(/漢|skipped/);
  });

  it("refuses a hash that is not one", async () => {
    expect(await failure(sampleContent(0), "abc")).toBeInstanceOf(PdfRenderingError);
  });
});

describe("missingGlyphs", () => {
  it.each([
    ["Siân Ŵyn-O’Neill, Łódź, Ångström, Nguyễn, İstanbul, Ólafur", []],
    ["“£1,200.50” – 10% … • ½ → ✓ × ≤ ≥ −3°", []],
    ["line\nline", []],
    ["Иван Ωμέγα", []],
    ["漢字 and 漢", ["漢", "字"]],
    ["a 🙂 b", ["🙂"]],
    ["مرحبا", ["م", "ر", "ح", "ب", "ا"]],
  ])("%s", (text, expected) => {
    expect(missingGlyphs(text)).toEqual(expected);
  });

  it("agrees with the compiler", async () => {
    expect(missingGlyphs("Ọ̀ṣun ɣ ʻōlelo")).toEqual([]);
    expect(await failure(withText("Ọ̀ṣun ɣ ʻōlelo **Ọ̀ṣun** *Ọ̀ṣun* ***Ọ̀ṣun***"))).toBeNull();
  });

  it("finds nothing missing in the demonstration's texts", () => {
    const folder = join(process.cwd(), "db/seed/texts/northmoor");
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
      expect(missingGlyphs(readFileSync(join(folder, name), "utf8")), name).toEqual([]);
    }
  });
});
