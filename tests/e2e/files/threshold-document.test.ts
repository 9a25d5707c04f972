import { createHash } from "node:crypto";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { as } from "#db/client.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { main } from "#tests/support/on-page.ts";
import { addPartnership, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { covered, invisible, link, manyPages, pdfFile, words } from "#tests/support/pdf-files.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage, signEverySeat } from "#tests/support/signing.ts";

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

const guide = () => pdfFile([words("Level one: every child."), words("Level four: call the council.")]);

describe("a threshold document that is a PDF", () => {
  let partnership: TestPartnership;
  let page: Page;
  let visitor: Page;
  let versionId = "";
  const slug = "oakridge";
  const see = (shown: Page, name: string) => expectAccessible(shown, `threshold-${name}`);
  const choose = async (name: string, bytes: Uint8Array, button = "Read this PDF") => {
    await page.getByLabel(/PDF$|^Another PDF/).setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });
    await page.getByRole("button", { name: button }).click();
  };

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, slug);
    await as(partnership.businessManager.actor, (tx) => publishDirectory(tx, partnership.id));
    page = await signedInPage(browser, portal.origin, partnership.businessManager);
    visitor = await (await browser.newContext({ baseURL: portal.origin })).newPage();
  });

  test("is started from its place in the navigation", async () => {
    await page.goto(`/portal/${slug}`);
    await page.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Threshold document" }).first().click();
    expect(await main(page)).toContain("No threshold document has been drafted here yet.");
    await see(page, "not-started");
    await page.getByRole("button", { name: "Start drafting" }).click();
    expect(await main(page)).toContain("The draft is started. Add its first section.");
    await see(page, "started");
  });

  test("what may not be published is refused with where, and the portal goes on", async () => {
    await page.getByRole("link", { name: "Use a PDF" }).click();
    await see(page, "pdf-page");
    await page.getByRole("button", { name: "Read this PDF" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Choose a PDF");
    await choose("minutes.pdf", Buffer.from("PK not a PDF at all"));
    expect(await page.getByRole("alert").innerText()).toContain("minutes.pdf: This is not a PDF");
    await choose("draft.pdf", await pdfFile([words("Level one."), covered("Sam Rowan, 12 Elm Road"), covered("Sam Rowan"), invisible("Sam Rowan"), link({ S: "/JavaScript", JS: "app.alert(1)" })]));
    const told = await page.getByRole("alert").innerText();
    expect(told).toContain("draft.pdf: Page 5: there is a script or an action that runs by itself.");
    expect(told).toContain("draft.pdf: Pages 2 and 3: there is text under a box drawn over it.");
    expect(told).toContain("draft.pdf: Page 4: there is text that is set not to show.");
    expect(told).not.toContain("Sam");
    await see(page, "pdf-refused");
    await choose("long.pdf", await manyPages(3_000));
    expect(await page.getByRole("alert").innerText()).toContain("long.pdf: The file has more than 200 pages.");
    expect(await portal.database.sql`select 1 from portal.draft_files where partnership_id = ${partnership.id}`).toHaveLength(0);
  });

  test("a PDF with a child's number in it is kept out of the version, with its page", async () => {
    await choose("guide.pdf", await pdfFile([words("Level one."), words("NHS number 943 476 5919")]));
    expect(await main(page)).toContain("Page 2 of “guide.pdf” contains what is certainly a National Health Service");
    await see(page, "pdf-identifier");
    await choose("right-help.pdf", await guide(), "Replace the PDF");
    expect(await main(page)).toContain("“right-help.pdf” is part of the draft.");
    expect(await main(page)).not.toContain("What the check found in it");
    await see(page, "pdf-added");
  });

  test("it is frozen with a section beside it, and shown to those who sign by name, size and fingerprint", async () => {
    await page.getByRole("link", { name: "Back to the threshold document" }).click();
    await page.getByRole("link", { name: "Change the details" }).click();
    for (const [field, value] of [["inForceFrom", ["1", "9", "2026"]], ["nextReviewOn", ["1", "9", "2027"]]] as const) {
      for (const [at, part] of ["day", "month", "year"].entries()) await page.locator(`[name="${field}-${part}"]`).fill(value[at] ?? "");
    }
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Add a section" }).click();
    await page.getByLabel("Title").fill("In short");
    await page.getByRole("button", { name: "Add the section" }).click();
    await see(page, "section");
    await page.getByLabel("Text", { exact: true }).fill("Four levels of need, from every child to a child in danger.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.goto(`/portal/${slug}/threshold-document`);
    await see(page, "draft");
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(await main(page)).toContain("right-help.pdf, 2 pages");
    await see(page, "freeze");
    for (const reason of await page.getByRole("textbox").all()) await reason.fill("The guide was looked through on paper.");
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(await main(page)).toContain("Threshold document, version 1");
    await see(page, "version");

    const seat = partnership.seats[0];
    if (!seat) throw new Error("no seat");
    const lead = await signedInPage(browser, portal.origin, seat.lead);
    await lead.goto(`/portal/${slug}`);
    await see(lead, "home");
    await lead.getByRole("link", { name: "Sign the threshold document, version 1" }).click();
    const shown = await main(lead);
    expect(shown).toContain("I have read this threshold document and agree to it on behalf of");
    expect(shown).toContain("right-help.pdf (PDF, 2 pages");
    expect(shown).toContain("Fingerprint of the PDF you sign");
    await see(lead, "sign");
    const [download] = await Promise.all([lead.waitForEvent("download"), lead.getByRole("link", { name: "right-help.pdf" }).first().click()]);
    expect(download.suggestedFilename()).toBe("right-help.pdf");
    await lead.context().close();

    const [version] = await portal.database.sql<{ id: string }[]>`select id from portal.versions where partnership_id = ${partnership.id}`;
    versionId = version?.id ?? "";
    await signEverySeat(partnership, versionId);
  });

  test("published, anybody can save the very file that was signed and check it", async () => {
    expect(await publishVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId }, submission())).toMatchObject({ ok: true });
    await visitor.goto(`/partnerships/${slug}`);
    expect(await main(visitor)).toContain("Local threshold document, version 1");
    await see(visitor, "public-partnership");
    await visitor.getByRole("link", { name: "Local threshold document, version 1" }).click();
    expect(await main(visitor)).toContain("right-help.pdf (PDF, 2 pages");
    await see(visitor, "public");

    const path = `/partnerships/${slug}/threshold-document/versions/1`;
    const file = await fetch(`${portal.origin}${path}/file.pdf`);
    expect([file.status, file.headers.get("content-type"), file.headers.get("x-content-type-options")]).toEqual([200, "application/pdf", "nosniff"]);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename=/);
    const sha256 = createHash("sha256").update(Buffer.from(await file.arrayBuffer())).digest("hex");
    const json: unknown = await (await fetch(`${portal.origin}${path}.json`)).json();
    expect(json).toMatchObject({ kind: "threshold-document", file: { name: "right-help.pdf", pages: 2, sha256 }, sha256: { file: sha256 }, content: { file: { name: "right-help.pdf", sha256 } } });
    await visitor.goto(`/verify/${sha256}`);
    expect(await main(visitor)).toContain("It is that of the document’s own file.");
    expect(await main(visitor)).toContain("All 9 checks passed.");
    await see(visitor, "verify");
    expect((await fetch(`${portal.origin}/partnerships/${slug}/arrangements/versions/1/file.pdf`)).status).toBe(404);
  });
});

test("the arrangements cannot be a PDF, and say what to do", async () => {
  const partnership = await addPartnership(portal.database.sql, "heathmoor");
  const page = await signedInPage(browser, portal.origin, partnership.businessManager);
  await page.goto("/portal/heathmoor/arrangements/pdf");
  expect(await main(page)).toContain("Only the threshold document may have a PDF as its text.");
  await expectAccessible(page, "threshold-not-allowed");
});
