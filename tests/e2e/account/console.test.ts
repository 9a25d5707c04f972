import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { setPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, addPerson, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
let administrator: TestPerson;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  const { sql } = portal.database;
  partnership = await addPartnership(sql, "alderwick");
  administrator = await addPerson(sql, "Marlow Quince", { administrator: true });
  await setPassword(sql, partnership.chair);
  await sql`update portal.people set name_withheld = true where id = ${partnership.delegate.personId}`;
  for (let at = 0; at < 60; at += 1) await addPerson(sql, `Zeno Counted ${String(at)}`);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("an administrator finds accounts by name and state, page by page, and no withheld name", async () => {
  const page = await signedInPage(browser, portal.origin, administrator);
  const main = () => page.getByRole("main").innerText();
  const seen = (name: string) => expectAccessible(page, name);
  const find = async (typed: string, filter: string) => {
    await page.getByLabel("Name or e-mail address").fill(typed);
    await page.getByLabel("Which accounts").selectOption(filter);
    await page.getByRole("button", { name: "Find" }).click();
  };
  await page.goto("/admin");
  expect(await main()).toContain("6 not set up");
  await seen("console");
  await page.getByRole("link", { name: /^\d+ accounts$/ }).click();
  expect(await main()).toContain("68 accounts");
  expect(await page.getByRole("row").count()).toBe(51);
  await seen("console-accounts");
  await page.getByRole("link", { name: "Page 2" }).click();
  expect(await page.getByRole("row").count()).toBe(19);
  expect(await main()).toContain("Name withheld");
  expect(await main()).not.toContain(partnership.delegate.name);
  expect(await main()).not.toContain(partnership.delegate.email);

  await find("nobody at all", "all");
  expect(await main()).toContain("No account found for “nobody at all”");
  await seen("console-none");
  await find("hazel", "all");
  expect(await page.getByRole("row").count()).toBe(2);
  await find("", "administrators");
  expect(await main()).toContain("1 account (administrators)");
  expect(await main()).toContain("This is you");
  await find("hazel", "all");
  await page.getByRole("link", { name: `Lost phone for ${partnership.chair.name}` }).click();
  expect(await main()).toContain("No reset is under way");
  await seen("console-factor");
  await page.context().close();
});

test("an administrator opens no page of the partnership's work", async () => {
  const page = await signedInPage(browser, portal.origin, administrator);
  for (const path of ["", "/activity", "/arrangements", "/arrangements/versions", "/arrangements/readiness"]) {
    const reply = await page.goto(`/portal/${partnership.slug}${path}`);
    expect(reply?.status(), path).toBe(404);
  }
  await page.goto(`/portal/${partnership.slug}/people`);
  expect(await page.getByRole("main").innerText()).not.toContain(partnership.delegate.name);
  await page.goto(`/portal/${partnership.slug}/people/accounts`);
  expect(await page.getByRole("main").innerText()).not.toContain(partnership.delegate.name);
  await page.context().close();
});
