import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishScheduled } from "#app/domain/documents/schedule/publish-scheduled.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, main } from "#tests/support/on-page.ts";
import type { TestPartnership, TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addApproved, comesDue, setAt, signedInAnew, underWay } from "#tests/support/schedule.ts";
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

const problems = (page: Page) => page.locator(".govuk-error-summary").innerText();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

async function fill(page: Page, [day, month, year, time]: readonly [string, string, string, string]): Promise<void> {
  await page.locator("#date").fill(day);
  await page.locator("#date-month").fill(month);
  await page.locator("#date-year").fill(year);
  await page.getByLabel("Time").fill(time);
}

describe("publishing at a set time", () => {
  let partnership: TestPartnership;
  let manager: Page;
  const version = () => `/portal/${partnership.slug}/arrangements/versions/1`;
  const open = async (person: TestPerson) => signedInPage(browser, portal.origin, await signedInAnew(portal.database.sql, person));
  const see = (page: Page, name: string) => expectAccessible(page, `schedule-${name}`);
  const openSchedule = async () => {
    const [row] = await portal.database.sql<{ id: string }[]>`select id from portal.publication_schedules where partnership_id = ${partnership.id} and ended_at is null`;
    return row?.id ?? "";
  };

  beforeAll(async () => {
    await portal.database.setClock(setAt);
    ({ partnership } = await addApproved(portal.database.sql, "oakridge"));
    manager = await open(partnership.businessManager);
  });

  test("a time that is not one is explained; one on Monday at nine is taken", async () => {
    await manager.goto(version());
    await follow(manager, "Publish it later, at a set time");
    await see(manager, "form");
    await press(manager, "Schedule version 1");
    expect(await problems(manager)).toContain("Enter the date of publication");
    await fill(manager, ["25", "10", "2026", "1:30am"]);
    await press(manager, "Schedule version 1");
    expect(await problems(manager)).toContain("That time happens twice");
    await see(manager, "happens-twice");
    await fill(manager, ["1", "9", "2026", "9:00am"]);
    await press(manager, "Schedule version 1");
    expect(await problems(manager)).toContain("That time has passed");
    await fill(manager, ["5", "10", "2026", "9:00am"]);
    await press(manager, "Schedule version 1");
    expect(await flash(manager)).toContain("Version 1 publishes itself on 5 October 2026 at 9:00am");
    expect(await main(manager)).toContain("Scheduled for publication on 5 October 2026 at 9:00am, London time");
    await see(manager, "scheduled");
    await manager.goto(`/portal/${partnership.slug}`);
    expect(await main(manager)).toContain("Version 1 is set to be published on 5 October 2026 at 9:00am");
    await see(manager, "home");
  });

  test("it is moved, taken off and set again by somebody else who may publish", async () => {
    const chair = await open(partnership.chair);
    await chair.goto(version());
    await follow(chair, "Move it to another time");
    expect(await chair.getByLabel("Time").inputValue()).toBe("9:00am");
    await chair.getByLabel("Time").fill("10:15am");
    await see(chair, "move");
    await press(chair, "Move it");
    expect(await flash(chair)).toContain("now publishes itself on 5 October 2026 at 10:15am");
    await follow(chair, "Take it off the schedule");
    await see(chair, "take-off");
    await press(chair, "Take it off the schedule");
    expect(await flash(chair)).toContain("Version 1 is off the schedule");
    await follow(chair, "Publish it later, at a set time");
    await fill(chair, ["5", "10", "2026", "9am"]);
    await press(chair, "Schedule version 1");
    expect(await main(chair)).toContain(`as ${partnership.chair.name} set`);
    const delegate = await open(partnership.delegate);
    expect((await delegate.goto(`${version()}/schedule`))?.status()).toBe(403);
    await delegate.goto(version());
    expect(await delegate.getByRole("link", { name: "Move it to another time" }).count()).toBe(0);
  });

  test("freezing the next version says what it takes off the schedule", async () => {
    await manager.goto(`/portal/${partnership.slug}/arrangements/freeze`);
    expect(await main(manager)).toContain("Version 1 is scheduled for publication.");
    await see(manager, "freeze");
  });

  test("missed, it is loud on the home page and on its own; done late, it says so", async () => {
    await portal.database.setClock("2026-10-05T08:20:00Z");
    const page = await open(partnership.businessManager);
    await page.goto(`/portal/${partnership.slug}`);
    expect(await main(page)).toContain("Version 1 was to be published on 5 October 2026 at 9:00am, and is not");
    await see(page, "home-overdue");
    await follow(page, "See why version 1 of the arrangements is not published");
    expect(await main(page)).toContain("This version was to be published on 5 October 2026 at 9:00am, and is not.");
    expect(await page.getByRole("button", { name: "Publish version 1 now" }).count()).toBe(1);
    await see(page, "overdue");

    const id = await openSchedule();
    await comesDue(portal.database, new Date("2026-10-05T08:21:00Z"));
    expect(await publishScheduled(await underWay(portal.database.sql, id))).toBe("published");
    await page.reload();
    expect(await main(page)).toContain(`It was set for 5 October 2026 at 9:00am by ${partnership.chair.name}.`);
    await see(page, "published-late");
    const anybody = await browser.newPage({ baseURL: portal.origin });
    expect((await anybody.goto(`/partnerships/${partnership.slug}/arrangements`))?.status()).toBe(200);
    expect(await anybody.getByRole("main").innerText()).toContain("First version.");
    await anybody.close();
  });
});
