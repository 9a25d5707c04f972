import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { glossaryTerms, termId } from "#app/components/facts/glossary-terms.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

let portal: TestPortal;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("what the site says about itself", () => {
  test.each(["about", "accessibility", "contact", "cookies", "glossary", "open-data", "privacy", "report-a-concern"])("/%s is reached from the footer, sets no cookie and runs no script", async (name) => {
    await page.goto("/");
    await page.getByRole("contentinfo").locator(`a[href="/${name}"]`).click();
    expect(new URL(page.url()).pathname).toBe(`/${name}`);
    const reply = await fetch(page.url());
    expect(reply.headers.get("Set-Cookie")).toBeNull();
    expect(await reply.text()).not.toMatch(/<script/);
    expect(await page.context().cookies()).toEqual([]);
    await expectAccessible(page, `site-${name}`);
  });

  test("each word of the glossary has its own address", async () => {
    const html = await (await fetch(`${portal.origin}/glossary`)).text();
    for (const { term } of glossaryTerms) expect(html).toContain(`id="${termId(term)}"`);
    await page.goto("/glossary#lead-safeguarding-partner");
    expect(await page.locator(".glossary > :target dt").innerText()).toBe("Lead safeguarding partner (LSP)");
  });
});
