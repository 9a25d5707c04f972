import { EventEmitter, once } from "node:events";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
let path: string;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  partnership = await addPartnership(portal.database.sql, "alderwick");
  path = `/portal/${partnership.slug}/arrangements`;
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function openFunding(page: Page): Promise<void> {
  await page.goto(path);
  await page.getByRole("link", { name: "15. Funding" }).click();
  await page.getByLabel("Text", { exact: true }).waitFor();
  await page.waitForLoadState("networkidle");
}

describe("text that was not saved", () => {
  test("is offered back after the page is lost", async () => {
    const page = await signedInPage(browser, portal.origin, partnership.businessManager);
    await page.goto(path);
    await page.getByRole("button", { name: "Start drafting" }).click();
    await openFunding(page);
    await page.getByLabel("Text", { exact: true }).fill("Each partner pays a share that is fair.");
    await page.goto(path);
    await openFunding(page);
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("");
    await page.getByText("Your browser kept text of this section that was not saved.").waitFor();
    await expectAccessible(page, "drafting-kept");
    await page.getByRole("button", { name: "Put it back" }).click();
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("Each partner pays a share that is fair.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("“Funding” is saved.").waitFor();
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getByText("Your browser kept text").isVisible()).toBe(false);
  });

  test("typed before the script arrives is not overwritten", async () => {
    const page = await signedInPage(browser, portal.origin, partnership.businessManager);
    const arrival = new EventEmitter();
    const arrived = once(arrival, "arrive");
    await page.route("**/*.js", async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto(path);
    await page.getByRole("link", { name: "1. Identifying and responding to need" }).click({ noWaitAfter: true });
    const text = page.getByLabel("Text", { exact: true });
    await text.fill("Typed at once.");
    arrival.emit("arrive");
    await page.waitForLoadState("networkidle");
    expect(await text.inputValue()).toBe("Typed at once.");
  });

  test("is offered to nobody else, and not in another section", async () => {
    const manager = await signedInPage(browser, portal.origin, partnership.businessManager);
    await openFunding(manager);
    await manager.getByLabel("Text", { exact: true }).fill("Half a sentence");
    await manager.goto(path);
    await manager.getByRole("link", { name: "16. Voice of children and families" }).click();
    await manager.waitForLoadState("networkidle");
    expect(await manager.getByText("Your browser kept text").isVisible()).toBe(false);
    await manager.context().addCookies([{ name: "session", value: partnership.delegate.token, url: portal.origin }]);
    await openFunding(manager);
    expect(await manager.locator(".account__name").innerText()).toBe(partnership.delegate.name);
    expect(await manager.getByText("Your browser kept text").isVisible()).toBe(false);
    await manager.context().addCookies([{ name: "session", value: partnership.businessManager.token, url: portal.origin }]);
    await openFunding(manager);
    await manager.getByRole("button", { name: "Forget it" }).click();
    await manager.reload();
    await manager.waitForLoadState("networkidle");
    expect(await manager.getByText("Your browser kept text").isVisible()).toBe(false);
  });
});
