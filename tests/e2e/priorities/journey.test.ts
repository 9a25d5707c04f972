import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { nameOne } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addSession, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { agreed } from "#tests/support/priorities.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A priority from draft to achieved on figures; and one that nothing shows to be. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;

const list = "/portal/alderwick/priorities";
const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

async function as(person: TestPerson): Promise<Page> {
  return signedInPage(browser, portal.origin, { ...person, ...(await addSession(portal.database.sql, person.personId)) });
}

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-08T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick");
  await nameOne(ours, { legalName: "Vale Probation" });
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the business manager", () => {
  test("writes a draft; what is wrong is said, and what was typed is kept", async () => {
    await manager.goto("/portal/alderwick");
    await manager.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Priorities" }).click();
    expect(await main(manager)).toContain("No priority is recorded yet.");
    await press(manager, "Add a priority");
    await manager.getByLabel("Title").fill("Children are helped sooner");
    await manager.getByLabel("Why it was chosen").fill("The audit of 2025 named 943 476 5919.");
    await manager.getByLabel("Agencies involved").fill("Vale Probation\nVale Police");
    await press(manager, "Save as a draft");
    expect(await summary(manager)).toMatch(/is certainly a National Health Service[\s\S]*Say what is to be different for children[\s\S]*Choose who leads it/);
    expect(await manager.getByLabel("Title").inputValue()).toBe("Children are helped sooner");
    await expectAccessible(manager, "priorities-new-errors");
    await manager.getByLabel("Why it was chosen").fill("The audit of 2025 found long waits.");
    await manager.getByLabel("The outcome sought").fill("Children wait less for help.");
    await fillDate(manager, "periodFrom", ["1", "4", "2026"]);
    await fillDate(manager, "periodTo", ["31", "3", "2028"]);
    await fillDate(manager, "dueOn", ["31", "3", "2027"]);
    await manager.getByLabel(ours.seats[1]?.organisation ?? "").check();
    await press(manager, "Save as a draft");
    expect(await summary(manager)).toContain("The register has no agency called “Vale Police”");
    await manager.getByLabel("Agencies involved").fill("Vale Probation");
    await press(manager, "Save as a draft");
    expect(await heading(manager)).toBe("Children are helped sooner");
    expect(await flash(manager)).toContain("recorded as a draft");
  });

  test("adds a measure; a figure that looks wrong is asked about and kept once it is confirmed", async () => {
    const chair = await as(ours.chair);
    await chair.goto(`${list}/1`);
    await press(chair, "Record that it is agreed");
    await chair.getByLabel("Where, and by whom").fill("Meeting of the leads");
    await press(chair, "Record that it is agreed");
    expect(await main(chair)).toContain("The public reads “No evidence of progress yet”");
    await manager.goto(`${list}/1`);
    await press(manager, "Add a measure");
    await manager.getByLabel("Name").fill("Waits over six weeks");
    await manager.getByLabel("What is counted").fill("Children who wait more than six weeks, of all referred");
    await manager.getByLabel("Unit").fill("per cent");
    await manager.getByLabel("Lower is better").check();
    await manager.getByLabel("No", { exact: true }).check();
    await manager.getByLabel("Source").fill("Council return");
    await manager.getByLabel("Every quarter").check();
    await manager.getByLabel("Baseline (leave").fill("about sixty");
    await press(manager, "Add the measure");
    expect(await summary(manager)).toContain("Enter the baseline in figures");
    await expectAccessible(manager, "priorities-measure-errors");
    await manager.getByLabel("Baseline (leave").fill("62");
    await fillDate(manager, "baselineOn", ["31", "3", "2026"]);
    await manager.getByLabel("Target (leave").fill("40");
    await fillDate(manager, "targetOn", ["31", "3", "2027"]);
    await press(manager, "Add the measure");
    await record("52.5", ["30", "6", "2026"]);
    await follow(manager, /Record a figure/);
    await manager.getByLabel("Figure, in per cent").fill("0.38");
    await fillDate(manager, "on", ["31", "8", "2026"]);
    await press(manager, "Record the figure");
    expect(await main(manager)).toContain("0.38 is about 138 times smaller than 52.5");
    await expectAccessible(manager, "priorities-figure-questioned");
    await manager.getByLabel("I checked it").check();
    await press(manager, "Record the figure");
    expect(await summary(manager)).toContain("Say why the figure is right");
    await manager.getByLabel("Figure, in per cent").fill("38");
    await press(manager, "Record the figure");
    expect(await main(manager)).toMatch(/Better than the baseline: 62 per cent on 31 March 2026, and 38 per cent on 31 August 2026[\s\S]*it is met/);
    expect(await manager.getByRole("img", { name: /Line chart of Waits over six weeks/ }).count()).toBe(1);
    await expectAccessible(manager, "priorities-one");
  });
});

async function record(value: string, day: [string, string, string]): Promise<void> {
  await follow(manager, /Record a figure/);
  await manager.getByLabel("Figure, in per cent").fill(value);
  await fillDate(manager, "on", day);
  await press(manager, "Record the figure");
}

describe("the delegated partner who leads", () => {
  test("says how it stands, moves the day with a reason, and says that it is achieved", async () => {
    const page = await as(ours.delegate);
    await page.goto(`${list}/1`);
    await press(page, "Say how it stands");
    await page.getByLabel("On track").check();
    await page.getByLabel("What was done").fill("A second team began in May, and waits fell.");
    await press(page, "Say it");
    await press(page, "Move the due date");
    await fillDate(page, "dueOn", ["30", "9", "2027"]);
    await press(page, "Move the due date");
    expect(await summary(page)).toMatch(/Say why the due date is moved[\s\S]*Say who agreed to it/);
    await page.getByLabel("Why the day is moved").fill("The second team began late.");
    await page.getByLabel("Who agreed").fill("The delegated partners");
    await press(page, "Move the due date");
    expect(await main(page)).toMatch(/Due by 30 September 2027, at first 31 March 2027/);
    await press(page, "Say that it is achieved");
    await page.getByLabel("What shows it").fill("Four in ten waited before; fewer do now.");
    await press(page, "Say that it is achieved");
    expect(await main(page)).toMatch(/Achieved[\s\S]*Waits over six weeks: 38 per cent/);
    await expectAccessible(page, "priorities-achieved");
  });

  test("is told what is missing where nothing shows it", async () => {
    await agreed(ours, { title: "Families are heard" });
    const page = await as(ours.delegate);
    await page.goto(`${list}/2/achieve`);
    expect(await main(page)).toMatch(/Nothing shows that this is achieved[\s\S]*Until then the public reads “No evidence of progress yet”/);
    await expectAccessible(page, "priorities-no-evidence");
    await page.goto(list);
    expect(await main(page)).toMatch(/Priorities: 1 not started and 1 achieved\.[\s\S]*38 per cent[\s\S]*No measure yet/);
    await expectAccessible(page, "priorities-list");
  });
});

describe("the public", () => {
  test("reads what was published: achieved on figures, and nothing of progress without", async () => {
    for (const [number, words] of [[1, "Achieved"], [2, "No evidence of progress yet"]] as const) {
      await manager.goto(`${list}/${String(number)}`);
      await press(manager, "Publish it");
      expect(await main(manager)).toContain(words);
      if (number === 1) await expectAccessible(manager, "priorities-publish");
      await press(manager, "Publish it");
      expect(await flash(manager)).toContain("Update 1 is published.");
    }
    const page = await browser.newPage();
    await page.goto(`${portal.origin}/partnerships/alderwick/priorities`);
    expect(await main(page)).toMatch(/2 priorities: 1 achieved and 1 with no evidence of progress yet\.[\s\S]*38 per cent[\s\S]*Baseline 62 per cent/);
    await expectAccessible(page, "priorities-public-list");
    const csv = await (await page.request.get(`${portal.origin}/partnerships/alderwick/priorities.csv`)).text();
    expect(csv).toContain("1,Children are helped sooner,Achieved,Achieved,");
    await page.getByRole("main").getByRole("link", { name: "Children are helped sooner" }).click();
    expect(await main(page)).toMatch(/Due by 30 September 2027, at first 31 March 2027[\s\S]*Better than the baseline[\s\S]*Due date moved[\s\S]*Agreed/);
    await expectAccessible(page, "priorities-public-one");
    await page.goto(`${portal.origin}/partnerships/alderwick/priorities/2`);
    expect(await main(page)).toMatch(/No evidence of progress yet[\s\S]*The partners themselves say: not started\./);
    await expectAccessible(page, "priorities-public-no-evidence");
  });

  test("reads it no more once it is taken down", async () => {
    await manager.goto(`${list}/2`);
    await follow(manager, "Take it down for safety");
    await press(manager, "Take it down now");
    expect(await summary(manager)).toContain("Give the reason that the public will read");
    await manager.getByLabel("The reason the public will read").fill("A sentence showed who a family is.");
    await press(manager, "Take it down now");
    const page = await browser.newPage();
    expect((await page.goto(`${portal.origin}/partnerships/alderwick/priorities/2/updates/1`))?.status()).toBe(410);
    expect(await main(page)).toContain("Reason: A sentence showed who a family is.");
    await expectAccessible(page, "priorities-public-taken-down");
  });
});
