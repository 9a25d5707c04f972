import { describe, expect, test } from "vitest";

import { parseMarkdown } from "#app/domain/documents/text/parse-markdown.server.ts";
import { plainText } from "#app/domain/documents/text/blocks.ts";
import { readWord } from "#app/domain/documents/word/read-word.server.ts";
import type { WordDraft } from "#app/domain/documents/word/vocabulary.ts";
import * as word from "#tests/support/word.ts";

async function read(...parts: Parameters<typeof word.wordFile>): Promise<WordDraft> {
  const reading = await readWord(await word.wordFile(...parts));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.draft;
}

describe("headings become sections", () => {
  test("one for each heading that divides the file, typed numbers taken off, words before the first kept", async () => {
    const draft = await read([word.title("Northmoor together"), word.words("Agreed by all."), word.heading(1, "1. Who we are"), word.words("We."), word.heading(1, "2.1) Funding"), word.words("Money.")]);
    expect(draft.title).toBe("Northmoor together");
    expect(draft.sections).toEqual([
      { title: "Introduction", body: "Agreed by all.", words: 3 },
      { title: "Who we are", body: "We.", words: 1 },
      { title: "Funding", body: "Money.", words: 1 },
    ]);
  });

  test("a single heading at the top is no division; headings below stand inside, without skipped levels", async () => {
    const draft = await read([word.heading(1, "All of it"), word.heading(2, "First"), word.heading(4, "Deep"), word.words("a"), word.heading(2, "Second"), word.heading(3, "Under"), word.words("b")]);
    expect(draft.sections.map(({ title, body }) => [title, body])).toEqual([
      ["All of it", ""],
      ["First", "## Deep\n\na"],
      ["Second", "## Under\n\nb"],
    ]);
    expect(draft.sections.flatMap(({ body }) => parseMarkdown(body).problems)).toEqual([]);
  });

  test("without heading styles, short paragraphs in bold are headings", async () => {
    const draft = await read([word.words(word.bold("Our aims")), word.words("To help."), word.words(word.bold("How we are paid for")), word.words(word.bold("Everybody pays a share, every year, by June."))]);
    expect(draft.sections.map(({ title, body }) => [title, body])).toEqual([
      ["Our aims", "To help."],
      ["How we are paid for", "**Everybody pays a share, every year, by June.**"],
    ]);
  });
});

describe("what the text holds", () => {
  const one = async (...children: Parameters<typeof word.wordFile>[0]): Promise<string> => (await read([word.heading(1, "One"), ...children, word.heading(1, "Two"), word.words("x")])).sections[0]?.body ?? "";

  test("bold, italic and links, with white space outside the marks", async () => {
    expect(await one(word.words("See ", word.bold("every "), word.italic("child"), " at ", word.link("our page", "https://example.org/a_(b)"), "."))).toBe(
      "See **every** _child_ at [our page](<https://example.org/a_(b)>).",
    );
  });

  test("lists within lists, and words that only look like Markdown", async () => {
    expect(await one(word.step(0, "Look"), word.bullet(1, "- twice"), word.step(0, "Act"), word.words("1. is not a list, *this* is not [bold] and {{area}} is no record"))).toBe(
      "1. Look\n   - \\- twice\n2. Act\n\n1\\. is not a list, \\*this\\* is not \\[bold\\] and \\{{area}} is no record",
    );
  });

  test("what it says reads the same after the Markdown is parsed", async () => {
    const said = "A_b _c_ *d* [e](f) <g> |h| # i \\ {{area}} 2) `j` ~k~ &amp; !l";
    const { blocks, problems } = parseMarkdown(await one(word.words(said)));
    expect(problems).toEqual([]);
    expect(blocks.map((block) => (block.type === "paragraph" ? plainText(block.children) : block.type))).toEqual([said]);
  });

  test("tables, with merged cells said", async () => {
    const draft = await read([word.heading(1, "One"), word.table([["Body", "Pays"], ["Council | district", "£5"], [{ text: "Total", across: 2 }]]), word.heading(1, "Two"), word.words("x")]);
    expect(draft.sections[0]?.body).toBe("| Body | Pays |\n| --- | --- |\n| Council \\| district | £5 |\n| Total |  |");
    expect(draft.losses).toEqual([{ kind: "merged-cells", where: "One", what: expect.stringContaining("merged cells") as string }]);
  });

  test("footnotes come along as notes", async () => {
    expect(await one(word.words("Agreed", word.footnote(), "."))).toBe("Agreed (note 1).\n\n## Notes\n\n1. Agreed in \\*May\\* 2026.");
  });
});

describe("nothing is lost silently", () => {
  test("pictures, comments, tracked changes, headers and contents are named, with where they stood", async () => {
    const draft = await read(
      [word.contents(), word.heading(1, "One"), word.words("We ", word.inserted("now "), word.deleted("never "), "meet", ...word.comment(), word.picture("The structure chart")), word.heading(1, "Two"), word.words("x\uf0b7y")],
      { header: "Northmoor draft 3" },
    );
    expect(draft.sections[0]?.body).toBe("We now meet");
    expect(draft.losses).toEqual([
      { kind: "table-of-contents", where: null, what: "The portal makes a table of contents by itself" },
      { kind: "comment", where: "One", what: "Rowan Fell: “Is this still right?”" },
      { kind: "picture", where: "One", what: "A picture described as “The structure chart”" },
      { kind: "character", where: "Two", what: "A character that cannot be shown (U+F0B7)" },
      { kind: "tracked-change", where: null, what: "Deleted words are left out: “never”" },
      { kind: "tracked-change", where: null, what: "Inserted words are taken in as if accepted: “now”" },
      { kind: "header-or-footer", where: null, what: "“Northmoor draft 3”" },
    ]);
  });

  test("words that stand where nothing reads them are named", async () => {
    const file = await word.wordFile([word.heading(1, "One"), word.words("Known"), word.heading(1, "Two"), word.words("x")]);
    const hidden = "<w:p><w:unknown><w:r><w:t>Escalation goes to the chair</w:t></w:r></w:unknown></w:p></w:body>";
    const changed = await word.withParts(file, { "word/document.xml": (await word.part(file, "word/document.xml")).replace("</w:body>", hidden) });
    const reading = await readWord(changed);
    expect(reading.ok && reading.draft.losses).toEqual([{ kind: "words", where: null, what: "“Escalation goes to the chair”" }]);
  });
});

describe("files that are refused", () => {
  const good = word.wordFile([word.words("Hello")]);
  test.each([
    ["something else", async () => Buffer.from("%PDF-1.7"), "not-word"],
    ["an empty file", async () => Buffer.alloc(0), "not-word"],
    ["a zip that is not Word", async () => word.withParts(await good, { "word/document.xml": null }), "not-word"],
    ["the old format, or one with a password", async () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "protected"],
    ["one with macros", async () => word.withParts(await good, { "word/vbaProject.bin": "x" }), "macros"],
    ["half of one", async () => (await good).subarray(0, 2_000), "damaged"],
    ["one whose XML is broken", async () => word.withParts(await good, { "word/document.xml": "<w:document><w:body>" }), "damaged"],
    ["one with entities of its own", async () => word.withParts(await good, { "word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>' }), "damaged"],
    ["one that unpacks to 100 MB", async () => word.withParts(await good, { "word/media/big.bin": Buffer.alloc(100_000_000) }), "too-large-unpacked"],
    ["one without words", async () => word.wordFile([word.words("")]), "empty"],
    ["one of 3,000 pages", async () => word.wordFile(Array.from({ length: 3_000 }, () => word.words("child ".repeat(400)))), "too-long"],
    ["one with 101 headings", async () => word.wordFile(Array.from({ length: 101 }, (_, index) => word.heading(1, `Heading ${String(index)}x`))), "too-many-sections"],
  ])("%s", async (_what, file, problem) => {
    expect(await readWord(await file())).toEqual({ ok: false, problem });
  }, 30_000);
});
