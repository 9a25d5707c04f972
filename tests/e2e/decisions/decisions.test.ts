import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { delegateMatters } from "#tests/support/decisions.ts";
import { flash, follow, main } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A decision that is beyond the delegates goes to the leads and comes back agreed; what delegates decide is noted. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;

const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  await delegateMatters(sql, ours);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("a decision beyond a delegation", () => {
  test("is not taken: the page says to whom it goes, and keeps what was typed", async () => {
    await manager.goto("/portal/alderwick");
    await manager.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Decisions" }).click();
    expect(await main(manager)).toContain("No decision is recorded yet.");
    await press(manager, "Record a decision");
    await manager.getByLabel("The decision, in one plain sentence").fill("The partners pay for one analyst for two years.");
    await manager.getByLabel("Staff time and money within the agreed budget").check();
    await manager.getByLabel("Money it commits").fill("40,000");
    await manager.getByLabel("Delegated safeguarding partners").check();
    await manager.getByLabel("Alderwick ICB 2").check();
    await manager.getByLabel("Options considered").fill("One analyst or two; one is what the data of today needs.");
    await manager.getByLabel("Yes").check();
    await press(manager, "Record the decision");
    expect(await summary(manager)).toMatch(/The delegate of Alderwick ICB 2 may not decide about “Staff time and money within the agreed budget”\. Choose “The lead safeguarding partners together”/);
    await expectAccessible(manager, "decisions-new-beyond");
    await manager.getByLabel("The lead safeguarding partners together").check();
    await press(manager, "Record the decision");
    expect(await flash(manager)).toContain("Decision 1 is put to the leads, and they are told.");
    expect(await main(manager)).toMatch(/Waiting for the leads 0 of 3 leads agreed[\s\S]*Alderwick Police 3 agree or decline/i);
    await expectAccessible(manager, "decisions-one-asked");
  });

  test("stands once every lead has agreed, each from their home page", async () => {
    for (const [at, seat] of ours.seats.entries()) {
      const page = await signedInPage(browser, portal.origin, seat.lead);
      await page.goto("/portal/alderwick");
      await follow(page, "Agree or decline decision 1");
      if (at === 0) {
        await press(page, "Send your answer");
        expect(await summary(page)).toContain("Choose whether you agree");
        await expectAccessible(page, "decisions-answer");
      }
      await page.getByLabel("I agree").check();
      await press(page, "Send your answer");
      expect(await flash(page)).toContain(at === 2 ? "Every lead has agreed: the decision stands." : `You agreed for ${seat.organisation}.`);
      await page.context().close();
    }
    await manager.goto("/portal/alderwick/decisions/1");
    expect(await main(manager)).toMatch(/Stands[\s\S]*Decided on\s+7 September 2026[\s\S]*Agreed on 7 September 2026/);
  });
});

describe("anybody", () => {
  test("reads the decision that stands, searches the register, and takes it as data", async () => {
    const page = await (await browser.newContext({ baseURL: portal.origin, viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto("/partnerships/alderwick/decisions");
    expect(await main(page)).toContain("One decision of the safeguarding partners");
    await expectAccessible(page, "decisions-public");
    await page.getByLabel("Find a decision").fill("analyst");
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("main").getByRole("link", { name: "The partners pay for one analyst for two years." }).click();
    expect(await main(page)).toMatch(/Who decided\s+The lead safeguarding partners together[\s\S]*Commits\s+£40,000[\s\S]*The leads who agreed/);
    await expectAccessible(page, "decisions-public-one");
    const get = async (rest: string) => (await page.request.get(`${portal.origin}/partnerships/alderwick/decisions${rest}`)).text();
    expect((await get(".csv")).trim().split("\r\n")).toHaveLength(2);
    expect(await get(".json")).toContain('"sentence":"The partners pay for one analyst for two years."');
    expect(await get(".atom")).toContain("Decision 1: The partners pay for one analyst for two years.");
    expect((await page.request.get(`${portal.origin}/partnerships/alderwick/decisions/99`)).status()).toBe(404);
    await page.context().close();
  });
});

describe("what delegates decide", () => {
  test("is one list that a lead notes at once", async () => {
    await manager.goto("/portal/alderwick/decisions/new");
    await manager.getByLabel("The decision, in one plain sentence").fill("New starters are trained within a month.");
    await manager.getByLabel("Training of several agencies together").check();
    await manager.getByLabel("Delegated safeguarding partners").check();
    await manager.getByLabel("Alderwick ICB 2").check();
    await manager.getByLabel("Options considered").fill("A month or three; most mistakes are made early.");
    await manager.getByLabel("No", { exact: true }).check();
    await manager.getByLabel("Why it is not public").selectOption({ label: "It concerns the employment of somebody" });
    await manager.getByLabel("The reason, in a sentence").fill("Trainers are told first.");
    await press(manager, "Record the decision");
    expect(await main(manager)).toMatch(/Director of Children, Alderwick ICB 2[\s\S]*The daily work of the partnership[\s\S]*Noted by the leads[\s\S]*Not yet/);
    const page = await signedInPage(browser, portal.origin, ours.seats[0]?.lead ?? ours.chair);
    await page.goto("/portal/alderwick");
    await follow(page, "Note a decision that your delegates took");
    await expectAccessible(page, "decisions-to-note");
    await press(page, "Note this decision");
    expect(await flash(page)).toContain("You noted one decision.");
    await follow(page, "What is delegated");
    await expectAccessible(page, "decisions-delegated");
    await follow(page, "Register");
    expect(await main(page)).toContain("2 standing");
    await page.getByLabel("For whom").selectOption({ label: "Not public" });
    await press(page, "Search");
    expect(await main(page)).toMatch(/1 decision\b[\s\S]*2: New starters are trained within a month\./);
    await expectAccessible(page, "decisions-register");
    // What is not public is a count there, and no more.
    expect(await (await page.request.get(`${portal.origin}/partnerships/alderwick/decisions`)).text()).toMatch(/One decision is not public/);
    const csv = await (await page.request.get(`${portal.origin}/portal/alderwick/decisions.csv${new URL(page.url()).search}`)).text();
    expect(csv.trim().split("\r\n")).toHaveLength(2);
  });
});
