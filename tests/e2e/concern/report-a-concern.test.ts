import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import type { TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let reader: Page;
let manager: Page;
let partnership: TestPartnership;
const publicPath = "/partnerships/alderwick/report-a-concern";

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-11-12T09:00:00Z");
  partnership = await addPublicPartnership(portal.database, "alderwick", ["local-authority", "local-authority", "icb", "police"]);
  browser = await launchBrowser();
  reader = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
  manager = await signedInPage(browser, portal.origin, partnership.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

describe("how to report a concern", () => {
  test("before anything is recorded: 999 first, then how to find each council", async () => {
    await reader.goto("/partnerships/alderwick");
    await reader.getByLabel("If a child is in danger").getByRole("link", { name: "How to report a concern" }).click();
    expect(new URL(reader.url()).pathname).toBe(publicPath);
    expect(await heading(reader)).toBe("How to report a concern about a child in Alderwick Council 1 or Alderwick Council 2");
    expect(await reader.locator("main a").first().getAttribute("href")).toBe("tel:999");
    expect(await reader.getByRole("link", { name: "Find your council" }).count()).toBe(2);
    expect(await reader.getByRole("link", { name: "0808 800 5000" }).count()).toBe(1);
    expect(await reader.getByRole("contentinfo").getByRole("link", { name: "How to report a concern" }).getAttribute("href")).toBe(publicPath);
    await expectAccessible(reader, "concern-public-empty");
    await reader.goto("/partnerships/nowhere/report-a-concern");
    expect(await heading(reader)).toBe("Page not found");
  });

  test("the business manager records a council’s numbers, told how to put right what is wrong", async () => {
    await manager.goto("/portal/alderwick/people");
    await manager.getByRole("link", { name: "Whom the public calls about a child" }).click();
    expect(await manager.getByText("Numbers are recorded for 0 of 2 councils.").count()).toBe(1);
    await expectAccessible(manager, "concern-areas-empty");
    await manager.getByRole("link", { name: "Record the numbers for Alderwick Council 1" }).click();
    expect(await heading(manager)).toBe("How to report a concern in Alderwick Council 1");
    await manager.getByLabel("Name of the service that answers").fill("Alderwick children’s front door");
    await manager.getByLabel("Phone", { exact: true }).fill("960001");
    await manager.getByLabel("Web page (optional)").fill("www.alderwick.example");
    await manager.getByRole("button", { name: "Publish as checked today" }).click();
    await expect.poll(() => manager.title()).toMatch(/^Error: /);
    expect(await manager.getByRole("alert").innerText()).toContain("Enter the whole phone number with its area code, like 01632 960001");
    expect(await manager.getByLabel("Name of the service that answers").inputValue()).toBe("Alderwick children’s front door");
    await expectAccessible(manager, "concern-form-errors");
    await manager.getByLabel("Phone", { exact: true }).fill("(01632) 960-001");
    await manager.getByLabel("Phone out of hours (optional)").fill("+44 808 157 0001");
    await manager.getByLabel("Web page (optional)").fill("https://www.alderwick.example/worried-about-a-child");
    await manager.getByRole("button", { name: "Publish as checked today" }).click();
    expect(await manager.getByText("The numbers for Alderwick Council 1 are published as checked today").count()).toBe(1);
    expect(await manager.getByText("Numbers are recorded for 1 of 2 councils.").count()).toBe(1);
    await expectAccessible(manager, "concern-areas");
  });

  test("the public calls them by a tap, and sees when they were checked", async () => {
    await reader.goto(publicPath);
    expect(await reader.getByRole("link", { name: "01632 960001" }).getAttribute("href")).toBe("tel:+441632960001");
    expect(await reader.getByRole("link", { name: "0808 157 0001" }).getAttribute("href")).toBe("tel:+448081570001");
    expect(await reader.getByText("Checked on 12 November 2026").count()).toBe(1);
    expect(await reader.getByRole("link", { name: "Alderwick children’s front door: web page" }).getAttribute("href")).toBe("https://www.alderwick.example/worried-about-a-child");
    expect(await reader.getByRole("link", { name: "Find your council" }).count()).toBe(1);
    expect(await reader.content()).not.toMatch(/<script/);
    await expectAccessible(reader, "concern-public");
    const json: unknown = await (await fetch(`${portal.origin}/partnerships/alderwick.json`)).json();
    expect(json).toMatchObject({ reportAConcern: [{ service: "Alderwick children’s front door", phone: "01632960001", checkedOn: "2026-11-12" }] });
  });

  test("an old page is refused, and the numbers can be taken away", async () => {
    const other = await manager.context().newPage();
    await other.goto("/portal/alderwick/report-a-concern");
    await other.getByRole("link", { name: "Check or change for Alderwick Council 1" }).click();
    await manager.goto(other.url());
    await manager.getByRole("button", { name: "Publish as checked today" }).click();
    await other.getByLabel("Name of the service that answers").fill("Alderwick first contact");
    await other.getByRole("button", { name: "Publish as checked today" }).click();
    expect(await other.getByRole("alert").innerText()).toContain("Somebody else changed this first");
    expect(await other.getByText("Alderwick children’s front door").count()).toBe(1);
    expect(await other.getByLabel("Name of the service that answers").inputValue()).toBe("Alderwick first contact");
    await expectAccessible(other, "concern-stale");
    await other.goto(manager.url());
    await other.getByRole("link", { name: "Check or change for Alderwick Council 1" }).click();
    await expectAccessible(other, "concern-form");
    await other.getByRole("button", { name: "Take the numbers away" }).click();
    expect(await other.getByText("The numbers for Alderwick Council 1 are taken away").count()).toBe(1);
    await reader.goto(publicPath);
    expect(await reader.getByRole("link", { name: "Find your council" }).count()).toBe(2);
    await reader.goto("/partnerships/alderwick/updates");
    expect(await reader.getByText("Alderwick Council 1: the council’s numbers were taken away.").count()).toBe(1);
  });

  test("a lead is told whose it is; somebody of another partnership finds nothing", async () => {
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const page = await signedInPage(browser, portal.origin, lead);
    await page.goto("/portal/alderwick/report-a-concern");
    expect(await heading(page)).toBe("You cannot do this");
    const outsider = await addPublicPartnership(portal.database, "birchmere");
    const elsewhere = await signedInPage(browser, portal.origin, outsider.businessManager);
    await elsewhere.goto("/portal/alderwick/report-a-concern");
    expect(await heading(elsewhere)).toBe("Page not found");
  });
});
