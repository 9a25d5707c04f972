import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

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

describe("the public pages of the guidance", () => {
  test("list the editions and, for each, what it asks, its source and how far that was checked", async () => {
    const page = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: true })).newPage();
    await page.goto("/guidance");
    expect(await page.locator("main li a").allInnerTexts()).toEqual([
      "Working Together to Safeguard Children 2026",
      "Working Together to Safeguard Children 2023",
      "Working Together to Safeguard Children 2018",
    ]);
    await expectAccessible(page, "guidance");
    await page.getByRole("link", { name: "Working Together to Safeguard Children 2026" }).click();
    const rows = await page.getByRole("table").first().getByRole("row").allInnerTexts();
    expect(rows).toHaveLength(26);
    expect(rows.find((row) => row.includes("Multi-agency child protection teams"))).toMatch(/Not yet in force[\s\S]*commencement by regulations/);
    expect(rows[1]).toMatch(/Must[\s\S]*Children Act 2004[\s\S]*Checked against the source/);
    expect(await page.locator("main").innerText()).toContain("in our own words");
    expect(await page.locator("script").count()).toBe(0);
    await expectAccessible(page, "guidance-2026");
    await page.goto("/guidance/working-together-2018");
    expect(await page.locator("main").innerText()).toContain("Replaced by Working Together to Safeguard Children 2023");
    expect(await page.locator("main").innerText()).toContain("By 29 June 2019");
    expect((await page.goto("/guidance/working-together-1999"))?.status()).toBe(404);
  });

  test("the formatting help shows each mark and what it becomes", async () => {
    const partnership = await addPartnership(portal.database.sql, "alderwick");
    const page = await signedInPage(browser, portal.origin, partnership.businessManager);
    await page.goto("/portal/formatting");
    expect(await page.locator(".prose table").innerText()).toContain("Executive");
    expect(await page.locator("main").innerText()).toContain("{{lead-partners}}");
    await expectAccessible(page, "formatting");
  });
});
