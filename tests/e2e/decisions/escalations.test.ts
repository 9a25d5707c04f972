import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, follow, main } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A dispute climbs the ladder and is settled; a risk is judged and judged again. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let chair: Page;

const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick");
  browser = await launchBrowser();
  chair = await signedInPage(browser, portal.origin, ours.chair);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("a dispute is raised, taken to the delegates and to the chair, decided with advice, and settled", async () => {
  await chair.goto("/portal/alderwick/decisions");
  await follow(chair, "Escalations and disputes");
  await follow(chair, "How many days each stage has");
  await chair.getByLabel("The delegated safeguarding partners").fill("14");
  await expectAccessible(chair, "escalations-clocks");
  await press(chair, "Set the days");
  expect(await main(chair)).toContain("Nothing has been escalated.");
  await press(chair, "Raise a dispute or an issue");
  await chair.getByLabel("Dispute between partners").check();
  await chair.getByLabel("What it is about").fill("Who pays for the out-of-hours line");
  await chair.getByLabel("Alderwick Council 1").check();
  await chair.getByLabel("What is disputed").fill("Each holds that the other pays, as in 943 476 5919.");
  await chair.getByLabel("What should come of it").fill("A share for each.");
  await press(chair, "Raise it");
  expect(await summary(chair)).toMatch(/A dispute is between two or more|certainly a National Health Service/);
  await expectAccessible(chair, "escalations-new-errors");
  await chair.getByLabel("Alderwick Police 3").check();
  await chair.getByLabel("What is disputed").fill("Each holds that the other pays.");
  await press(chair, "Raise it");
  expect(await flash(chair)).toContain("Escalation 1 is raised");
  await press(chair, "Take it to the delegated safeguarding partners");
  await chair.getByLabel("Why it is taken further").fill("They met twice.");
  await press(chair, "Take it further");
  expect(await main(chair)).toMatch(/With the delegated safeguarding partners Due in 14 days, by 21 September 2026/i);
  await press(chair, "Take it to the partnership chair");
  await chair.getByLabel("Why it is taken further").fill("The delegates do not agree.");
  await press(chair, "Take it further");
  await chair.goto("/portal/alderwick");
  await follow(chair, "Decide about escalation 1");
  await press(chair, "Record what was decided");
  await chair.getByLabel("Who took part").fill("The chair and the scrutineer");
  await chair.getByLabel("What was decided").fill("Each pays a third.");
  await press(chair, "Record the decision");
  expect(await summary(chair)).toContain("Say what the scrutineer advised");
  await expectAccessible(chair, "escalations-decide");
  await chair.getByLabel("What the scrutineer advised").fill("To share it.");
  await press(chair, "Record the decision");
  await expectAccessible(chair, "escalations-one");
  await press(chair, "Record how it ended");
  await chair.getByLabel("Settled").check();
  await chair.getByLabel("In a sentence").fill("Both agreed to the thirds.");
  await press(chair, "Record it");
  expect(await main(chair)).toMatch(/Settled[\s\S]*The partnership chair decided[\s\S]*The scrutineer’s advice: To share it\.[\s\S]*Settled, with the partnership chair/);
  await chair.goto("/portal/alderwick/escalations");
  expect(await main(chair)).toContain("Nothing is open; 1 settled, in 0 days.");
  await expectAccessible(chair, "escalations-list");
});

test("a risk is added and reviewed, and both scores stay", async () => {
  await follow(chair, "Risks");
  await press(chair, "Add a risk");
  await chair.getByLabel("What could happen, in a few words").fill("The analyst leaves");
  await chair.getByLabel("What could bring it about").fill("Nobody could then join the data.");
  await chair.getByRole("group", { name: "How likely it is" }).getByLabel("4: Likely").check();
  await chair.getByRole("group", { name: "How much harm it would do" }).getByLabel("5: Very large").check();
  await chair.getByLabel("What is done about it").fill("A second person learns it.");
  await chair.getByLabel("Whose it is").selectOption({ label: "Business manager (Manager Oak alderwick)" });
  await press(chair, "Add the risk");
  expect(await summary(chair)).toContain("Enter the day of the next review");
  await expectAccessible(chair, "risks-new");
  for (const [part, value] of [["Day", "1"], ["Month", "12"], ["Year", "2026"]] as const) await chair.getByLabel(part).fill(value);
  await press(chair, "Add the risk");
  expect(await main(chair)).toMatch(/20, high/i);
  await press(chair, "Review it");
  await chair.getByRole("group", { name: "How likely it is" }).getByLabel("2: Unlikely").check();
  await chair.getByLabel("What changed since the last review").fill("A second analyst has begun.");
  await chair.getByLabel("It stays open").check();
  for (const [part, value] of [["Day", "1"], ["Month", "3"], ["Year", "2027"]] as const) await chair.getByLabel(part).fill(value);
  await press(chair, "Record the review");
  expect(await main(chair)).toMatch(/10, medium[\s\S]*Down from 20[\s\S]*4 \(likely\) × 5 \(very large\) = 20/i);
  await expectAccessible(chair, "risks-one");
  await chair.goto("/portal/alderwick/risks");
  expect(await main(chair)).toContain("1 risk is open: none high, no review overdue.");
  await expectAccessible(chair, "risks-list");
});
