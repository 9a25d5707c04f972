import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** An action from the day it is recorded to the day somebody else closes it. No page of it has a script. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;
let delegate: Page;
let chair: Page;

const summary = (page: Page) => page.getByRole("alert").innerText();
const what = "Show in figures who attends the first strategy meeting.";

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick");
  browser = await launchBrowser();
  [manager, delegate, chair] = await Promise.all([ours.businessManager, ours.delegate, ours.chair].map((person) => signedInPage(browser, portal.origin, person))) as [Page, Page, Page];
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("the business manager records an action of a delegate; what is wrong is said beside its field", async () => {
  await manager.goto("/portal/alderwick");
  await manager.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Actions" }).click();
  expect(await main(manager)).toContain("There is no action yet.");
  await press(manager, "Record an action");
  await manager.getByLabel("What is to be done").fill("Ask 943 476 5919 about it.");
  await press(manager, "Record the action");
  expect(await summary(manager)).toMatch(/certainly a National Health Service \(NHS\) number[\s\S]*Enter the day[\s\S]*Choose an office/);
  await expectAccessible(manager, "action-new");
  await manager.getByLabel("What is to be done").fill(what);
  await manager.getByLabel("Office of the partnership").selectOption({ label: "Director of Children, Alderwick ICB 2" });
  await fillDate(manager, "dueOn", ["30", "9", "2026"]);
  await press(manager, "Record the action");
  expect(await flash(manager)).toContain("The action is recorded, and its owner is told.");
});

test("its owner notes progress and proposes it as done", async () => {
  await delegate.goto("/portal/alderwick");
  await follow(delegate, "Finish an action of yours");
  await press(delegate, "Note progress");
  await delegate.getByLabel("How far it is").fill("The figures are counted.");
  await press(delegate, "Keep the note");
  await press(delegate, "Propose it as done");
  await press(delegate, "Propose it as done");
  expect(await summary(delegate)).toContain("Say what shows that it is done");
  await expectAccessible(delegate, "action-propose");
  await delegate.getByLabel("What shows that it is done").fill("Table 3 of the paper for October.");
  await press(delegate, "Propose it as done");
  expect(await main(delegate)).toContain("somebody else closes it");
  expect(await delegate.getByRole("main").getByRole("button", { name: "Close it" }).count()).toBe(0);
});

test("the chair asks for more, and closes it once that is there; the story says all of it", async () => {
  await chair.goto("/portal/alderwick");
  await follow(chair, /^Close an action of Director of Children/);
  await press(chair, "Ask for more");
  await chair.getByLabel("What more is needed").fill("Table 3 counts invitations.");
  await press(chair, "Ask for more");
  await manager.reload();
  await press(manager, "Move the day");
  await fillDate(manager, "dueOn", ["31", "10", "2026"]);
  await manager.getByLabel("Why").fill("Attendance is counted from October.");
  await press(manager, "Move the day");
  await delegate.reload();
  await press(delegate, "Propose it as done");
  await delegate.getByLabel("What shows that it is done").fill("Table 4 counts who attended.");
  await press(delegate, "Propose it as done");
  await chair.reload();
  await press(chair, "Close it");
  await chair.getByLabel("What convinces you").fill("It does.");
  await press(chair, "Close it");
  expect(await flash(chair)).toContain("The action is closed.");
  expect(await heading(chair)).toBe(what);
  expect(await main(chair)).toMatch(/First due 30 September 2026[\s\S]*Recorded by[\s\S]*Progress by[\s\S]*Proposed as done[\s\S]*More asked for[\s\S]*From 30 September 2026 to 31 October 2026[\s\S]*Proposed as done[\s\S]*Closed by/);
  await expectAccessible(chair, "action");
});

test("the list is narrowed and downloaded", async () => {
  await manager.goto("/portal/alderwick/actions");
  await manager.getByLabel("State", { exact: true }).selectOption({ label: "Closed" });
  await press(manager, "Search");
  expect(await main(manager)).toMatch(/There is 1 action, and it is closed[\s\S]*1 action\b/);
  await expectAccessible(manager, "actions");
  const csv = await (await manager.request.get(`${portal.origin}/portal/alderwick/actions.csv?state=closed`)).text();
  expect(csv.split("\r\n")[1]).toContain("2026-10-31,2026-09-30,Closed,no,2026-09-07,Recorded by itself,");
});
