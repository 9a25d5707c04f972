import { PDFDocument, PDFName } from "pdf-lib";
import { describe, expect, test } from "vitest";

import { readPdf } from "#app/domain/documents/file/read-pdf.server.ts";
import { describeFindings, type FileFinding } from "#app/domain/documents/file/vocabulary.ts";
import { banded, covered, invisible, link, manyPages, note, pdfFile, rounded, turned, whiteWords, words } from "#tests/support/pdf-files.ts";

const page = words("The right help at the right time.");

async function findings(bytes: Uint8Array): Promise<FileFinding[]> {
  const reading = await readPdf(bytes);
  return reading.ok ? [] : reading.findings;
}

async function read(bytes: Uint8Array) {
  const reading = await readPdf(bytes);
  if (!reading.ok) throw new Error(describeFindings(reading.findings).join(" "));
  return reading.file;
}

describe("a PDF that may be published", () => {
  test("gives its pages and their words", async () => {
    const file = await read(await pdfFile([page, words("Level two: early help.")]));
    expect(file.pages).toBe(2);
    expect(file.texts.slice(0, 2).map((text) => text.trim())).toEqual(["The right help at the right time.", "Level two: early help."]);
  });

  test("is written again without what it says of its making", async () => {
    const bytes = await pdfFile([page], (document) => {
      document.setAuthor("Morgan Thistle");
      document.setProducer("Office 4000");
      document.setTitle("DRAFT for Morgan");
      document.catalog.set(PDFName.of("Metadata"), document.context.register(document.context.stream("<x:xmpmeta>Morgan Thistle</x:xmpmeta>")));
    });
    const file = await read(bytes);
    const again = await PDFDocument.load(file.bytes, { updateMetadata: false });
    expect([again.getAuthor(), again.getProducer(), again.getTitle(), again.getCreator(), again.getCreationDate()]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(Buffer.from(file.bytes).toString("latin1")).not.toContain("Morgan");
    expect(file.texts.join(" ")).not.toContain("Morgan");
  });

  test("keeps nothing that no page leads to, such as what an earlier state of it said", async () => {
    const bytes = await pdfFile([page], (document) => void document.context.register(document.context.stream("BT (Sam Rowan, 12 Elm Road) Tj ET")));
    expect(Buffer.from(bytes).toString("latin1")).toContain("Sam Rowan");
    expect(Buffer.from((await read(bytes)).bytes).toString("latin1")).not.toContain("Sam Rowan");
  });

  test("gives the words that stand outside its pages too, for the check of identifiers", async () => {
    const bytes = await pdfFile([page], (document) => {
      document.catalog.set(PDFName.of("Outlines"), document.context.register(document.context.obj({ Type: "Outlines", First: document.context.obj({}), Lang: "en" })));
      document.setLanguage("en-GB of Sam Rowan");
    });
    expect((await read(bytes)).texts.at(-1)).toContain("en-GB of Sam Rowan");
  });

  test.each([
    ["white words on a dark band", banded("Level three")],
    ["white words on a shape whose colour is not known", rounded("Level four")],
    ["words under a box that lets them show", covered("Level one", { opacity: 0.3 })],
    ["a link to an address", link({ S: "/URI", URI: "https://www.example.org/help" })],
  ])("may have %s", async (_what, draw) => {
    expect(await findings(await pdfFile([page, draw]))).toEqual([]);
  });
});

describe("a PDF that may not be published, with where", () => {
  test.each<[string, Parameters<typeof pdfFile>, FileFinding[]]>([
    ["words under a black box", [[page, covered("Sam Rowan, 12 Elm Road")]], [{ problem: "covered-text", page: 2 }]],
    ["words under a box on a page that is turned", [[turned("Sam Rowan, 12 Elm Road")]], [{ problem: "covered-text", page: 1 }]],
    ["words that are set not to show", [[page, page, invisible("Sam Rowan")]], [{ problem: "invisible-text", page: 3 }]],
    ["white words on white paper", [[page, whiteWords("Sam Rowan")]], [{ problem: "background-text", page: 2 }]],
    ["a reviewer's note", [[page, note("Is Sam Rowan meant here?")]], [{ problem: "comment", page: 2 }]],
    ["a script behind a link", [[link({ S: "/JavaScript", JS: "app.alert(1)" })]], [{ problem: "script", page: 1 }]],
    ["a link that starts a program", [[page, link({ S: "/Launch", F: "calc.exe" })]], [{ problem: "script", page: 2 }]],
    ["a script that runs when it is opened", [[page], (document) => document.addJavaScript("open", "app.alert(1)")], [{ problem: "script", page: null }]],
    ["another file inside", [[page], (document) => document.attach(Buffer.from("name,born"), "children.csv", { mimeType: "text/csv" })], [{ problem: "attachment", page: null }]],
    ["a form to fill in", [[page, (drawn, _font, document) => document.getForm().createTextField("name").addToPage(drawn)]], [{ problem: "form", page: 2 }]],
    ["pictures alone", [[(drawn) => drawn.drawRectangle({ x: 0, y: 0, width: 100, height: 100 })]], [{ problem: "no-text", page: null }]],
  ])("%s", async (_what, made, expected) => {
    const found = await findings(await pdfFile(...made));
    expect([...new Map(found.map((each) => [`${each.problem} ${String(each.page)}`, each])).values()]).toEqual(expected);
  });

  test("several at once are all told, in words, each with its pages", async () => {
    const bytes = await pdfFile([covered("Sam Rowan"), page, covered("Sam Rowan"), whiteWords("Sam Rowan")]);
    expect(describeFindings(await findings(bytes))).toEqual([
      expect.stringMatching(/^Pages 1 and 3: there is text under a box drawn over it\./),
      expect.stringMatching(/^Page 4: there is text in the same colour as what is behind it\./),
    ]);
  });

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ["a Word file", () => Promise.resolve(Buffer.from("PK\u0003\u0004 not a PDF")), "not-pdf"],
    ["nothing but the first bytes of a PDF", () => Promise.resolve(Buffer.from("%PDF-1.7\nnothing")), "damaged"],
    ["half a PDF", async () => (await pdfFile([page, page])).slice(0, 700), "damaged"],
    ["more pages than anybody reads", () => manyPages(201), "too-many-pages"],
  ])("%s", async (_what, make, problem) => {
    expect(await findings(await make())).toEqual([{ problem, page: null }]);
  });
});
