import { readFile } from "node:fs/promises";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, addPerson, addReadyDraft, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let administrator: TestPerson;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  administrator = await addPerson(portal.database.sql, "Admin Aspen", { administrator: true });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const title = "Working Together to Safeguard Children 2027";

/** A further edition as its file would be: the newest with one item gone, one reworded and one new. */
async function editionFile(): Promise<Buffer> {
  const text = await readFile("db/rulesets/working-together-2026.json", "utf8");
  const edition: { items: { id: string; summary: string }[] } = JSON.parse(text);
  const items = edition.items.filter((item) => item.id !== "geography").map((item) => (item.id === "funding" ? { ...item, summary: "To the penny." } : item));
  const added = { id: "family-help", document: "arrangements", strength: "must", title: "Family help", summary: "How families are helped early.", basis: "WT 2027 chapter 2", confidence: "to-verify", inForce: false, inForceFrom: "2027-09-01" };
  return Buffer.from(JSON.stringify({ ...edition, edition: "working-together-2027", title, published: "2027-03", replaces: "working-together-2026", items: [...items, added] }));
}

describe("a new edition", () => {
  let partnership: TestPartnership;
  const see = (page: Page, name: string) => expectAccessible(page, `editions-${name}`);

  test("is loaded by an administrator, without code", async () => {
    const page = await signedInPage(browser, portal.origin, administrator);
    await page.goto("/admin");
    await page.getByRole("link", { name: "Editions of the guidance" }).click();
    await see(page, "admin-list");
    await page.getByRole("button", { name: "Load an edition" }).click();
    await page.getByRole("button", { name: "Check this file" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Choose the file of an edition");
    await page.getByLabel("File of the edition").setInputFiles({ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from('{"edition":"x"}') });
    await page.getByRole("button", { name: "Check this file" }).click();
    expect(await page.locator("main").innerText()).toContain("edition: must be small letters, digits and hyphens");
    await see(page, "admin-wrong");
    await page.getByLabel("File of the edition").setInputFiles({ name: "edition.json", mimeType: "application/json", buffer: await editionFile() });
    await page.getByRole("button", { name: "Check this file" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title);
    expect(await page.locator("main").innerText()).toContain("Family help");
    await see(page, "admin-check");
    await page.getByRole("button", { name: "Load this edition" }).click();
    expect(await page.locator(".govuk-notification-banner").innerText()).toContain("The edition is loaded, with 42 items.");
  });

  test("is compared with the partnership's sections, and moved to", async () => {
    partnership = await addPartnership(portal.database.sql, "oakridge");
    await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
    const page = await signedInPage(browser, portal.origin, partnership.businessManager);
    await page.goto(`/portal/${partnership.slug}/arrangements`);
    await page.getByRole("link", { name: "See other editions" }).click();
    await see(page, "list");
    await page.getByRole("link", { name: `See what ${title} changes for you` }).click();
    const shown = await page.locator("main").innerText();
    for (const words of ["Family help", "Not yet in force", "1 September 2027", "To the penny.", "No longer asked for (1)"]) expect(shown).toContain(words);
    await see(page, "move");
    await page.getByRole("button", { name: `Work under ${title} from today` }).click();
    expect(await page.locator(".govuk-notification-banner").innerText()).toContain(`works under ${title} from today`);
    await see(page, "moved");
    await page.goto(`/portal/${partnership.slug}/arrangements`);
    expect(await page.locator("main").innerText()).toContain("Family help");
    await page.goto(`/portal/${partnership.slug}/activity`);
    expect(await page.locator("main").innerText()).toContain("of the guidance to");
  });
});
