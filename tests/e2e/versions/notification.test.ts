import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import type { TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";
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

describe("telling the Secretary of State", () => {
  let partnership: TestPartnership;
  let page: Page;
  const slug = "oakridge";
  const see = (name: string) => expectAccessible(page, `notification-${name}`);
  const main = () => page.locator("main").innerText();
  const type = async (date: readonly [string, string, string]) => {
    for (const [at, part] of ["day", "month", "year"].entries()) await page.locator(`[name="notifiedOn-${part}"]`).fill(date[at] ?? "");
    await page.getByRole("button", { name: /Record that they were told|Correct the date/ }).click();
  };

  beforeAll(async () => {
    partnership = await addPublicPartnership(portal.database, slug);
    await publishArrangements(partnership);
    page = await signedInPage(browser, portal.origin, partnership.businessManager);
  });

  test("from the task on the home page to the record", async () => {
    await page.goto(`/portal/${slug}`);
    await see("home");
    await page.getByRole("link", { name: "Tell the Secretary of State of the arrangements, version 1" }).click();
    const letter = await page.getByLabel("Text to copy").inputValue();
    expect(letter).toContain(`${portal.origin}/partnerships/${slug}/arrangements/versions/1`);
    await see("page");
    await page.getByRole("button", { name: "Record that they were told" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Enter the date the Secretary of State was told");
    await type(["1", "1", "2020"]);
    expect(await page.getByRole("alert").innerText()).toContain("nobody was told before then");
    await see("error");
    const today = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", day: "numeric", month: "numeric", year: "numeric" }).formatToParts(new Date(await clock()));
    const part = (name: string) => today.find((each) => each.type === name)?.value ?? "";
    await type([part("day"), part("month"), part("year")]);
    expect(await main()).toContain("It is recorded that the Secretary of State was told on");
    expect(await main()).toMatch(/Secretary of State\s+Told on/);
    await see("recorded");
    await page.goto(`/portal/${slug}`);
    expect(await main()).not.toContain("Tell the Secretary of State");
    await page.goto(`/portal/${slug}/activity`);
    expect(await main()).toContain("recorded that the Secretary of State was told of version 1");
  });

  async function clock(): Promise<string> {
    const [row] = await portal.database.sql<{ now: string }[]>`select access.clock()::text as now`;
    return row?.now ?? "";
  }
});
