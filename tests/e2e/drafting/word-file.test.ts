import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";
import * as word from "#tests/support/word.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const arrangements = (): Promise<Buffer> =>
  word.wordFile(
    [
      word.title("How Oakridge keeps children safe"),
      word.heading(1, "1. Independent scrutiny"),
      word.words("Our scrutineer reports to the lead partners", word.deleted(" yearly"), word.inserted(" twice a year"), ". ", ...word.comment()),
      word.bullet(0, "by visits"),
      word.bullet(0, "by audits"),
      word.heading(1, "2. Funding"),
      word.table([["Partner", "Share"], ["Council", "£120,000"]]),
      word.words("The structure is shown here.", word.picture("Boxes that show the boards")),
      word.heading(1, "3. Our history"),
      word.words("We began in 2019."),
    ],
    { header: "Draft for comment" },
  );

describe("a Word file", () => {
  let partnership: TestPartnership;
  let page: Page;
  const path = (rest = "") => `/portal/${partnership.slug}/arrangements${rest}`;
  const see = (name: string) => expectAccessible(page, `word-${name}`);
  const choose = async (name: string, buffer: Buffer) => {
    await page.getByLabel("Word document").setInputFiles({ name, mimeType: docx, buffer });
    await page.getByRole("button", { name: "Read this file" }).click();
  };
  const main = () => page.locator("main").innerText();

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, "oakridge");
    page = await signedInPage(browser, portal.origin, partnership.businessManager);
  });

  test("what is not a Word document is refused beside the field, and the portal goes on", async () => {
    await page.goto(path());
    await page.getByRole("link", { name: "start from a Word file" }).click();
    await see("upload");
    await page.getByRole("button", { name: "Read this file" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Choose a Word document (.docx)");
    await choose("Macros.docx", await word.withParts(await arrangements(), { "word/vbaProject.bin": "x" }));
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Macros.docx: This file contains macros");
    await see("refused");
    await choose("Bomb.docx", await word.withParts(await arrangements(), { "word/media/big.bin": Buffer.alloc(100_000_000) }));
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("unpacks to more than 60 MB");
  });

  test("is looked through, matched to the guidance, and becomes the draft", async () => {
    await page.goto(path("/word"));
    await choose("Arrangements final.docx", await arrangements());
    const shown = await main();
    expect(shown).toContain("3 sections with");
    for (const loss of ["Rowan Fell: “Is this still right?”", "Boxes that show the boards", "Deleted words are left out: “yearly”", "“Draft for comment”"]) expect(shown).toContain(loss);
    expect(await page.getByLabel("What the guidance asks for").first().locator("option:checked").innerText()).toContain("Independent scrutiny");
    await see("review");

    await page.getByLabel("Take in section 3").uncheck();
    await page.getByRole("textbox", { name: "Title", exact: true }).nth(1).fill("");
    await page.getByRole("button", { name: "Make these sections the draft" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Enter a title for this section, or untick it");
    expect(await page.getByLabel("Take in section 3").isChecked()).toBe(false);
    await see("review-error");
    await page.getByRole("textbox", { name: "Title", exact: true }).nth(1).fill("How we are funded");
    await page.getByRole("button", { name: "Make these sections the draft" }).click();

    expect(await page.locator(".govuk-notification-banner").innerText()).toContain("The draft now has 2 sections from the Word file.");
    const draft = await main();
    expect(draft).toContain("How Oakridge keeps children safe");
    expect(draft).toContain("How we are funded");
    expect(draft).not.toContain("Our history");
    await see("draft");
    const rows = await portal.database.sql<{ body: string }[]>`select body from portal.sections where partnership_id = ${partnership.id} and removed_at is null order by position`;
    expect(rows.map((row) => row.body)).toEqual(["Our scrutineer reports to the lead partners twice a year.\n\n- by visits\n- by audits", "| Partner | Share |\n| --- | --- |\n| Council | £120,000 |\n\nThe structure is shown here."]);
  });

  test("replaces a draft only when nobody changed it meanwhile; a second file can be set aside", async () => {
    await page.goto(path("/word"));
    await choose("Second.docx", await arrangements());
    expect(await main()).toContain("The draft has 2 sections with text.");
    await portal.database.sql`update portal.documents set revision = revision + 1 where partnership_id = ${partnership.id}`;
    await page.getByRole("button", { name: "Make these sections the draft" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Somebody else changed this first");
    await page.goto(path("/word"));
    expect(await main()).toContain("Read, and waiting to be looked through");
    await see("waiting");
    await page.getByRole("link", { name: "Second.docx" }).click();
    await page.getByRole("button", { name: "Set this file aside" }).click();
    expect(await page.locator(".govuk-notification-banner").innerText()).toContain("Second.docx is set aside.");
    expect(await main()).not.toContain("waiting to be looked through");
  });
});

describe("files too large to take in", () => {
  test("21 MB are refused before they are read, and 2 MB from somebody who is not signed in", async () => {
    const partnership = await addPartnership(portal.database.sql, "fenwick");
    const send = (size: number, cookie: string) =>
      fetch(`${portal.origin}/portal/fenwick/arrangements/word`, { method: "POST", redirect: "manual", headers: { origin: portal.origin, "sec-fetch-site": "same-origin", cookie, "content-type": "multipart/form-data; boundary=x" }, body: Buffer.alloc(size) });
    const cookie = `session=${partnership.businessManager.token}`;
    expect((await send(21_000_000, cookie)).status).toBe(413);
    expect((await send(2_000_000, "")).status).toBe(413);
    expect((await send(2_000_000, cookie)).status).toBe(400);
  });
});
