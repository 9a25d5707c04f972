import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { demoPassword } from "#app/auth/demo-password.ts";
import { addAccount, setPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal({ demo: true });
  browser = await launchBrowser();
  const partnership = await addPartnership(portal.database.sql, "alderwick");
  for (const person of [...partnership.seats.map(({ lead }) => lead), partnership.chair, partnership.businessManager, partnership.delegate]) {
    await setPassword(portal.database.sql, person, { secondFactor: false });
  }
  await addAccount(portal.database.sql, "Ada Warden", { secondFactor: false, administrator: true });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("a ready sign-in is one button", async () => {
  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Choose a ready sign-in" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Ready sign-ins for the demonstration");
  expect(await page.getByRole("main").innerText()).toContain(demoPassword);
  expect(await page.getByRole("main").innerText()).toContain("made up");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in as Lead Birch alderwick, Lead safeguarding partner" }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/portal/);

  await page.goto("/account");
  const main = page.getByRole("main");
  expect(await main.innerText()).toContain("Lead Birch alderwick");
  expect(await main.innerText()).toContain("Skipped, because this is a demonstration");
  expect(await page.getByRole("complementary", { name: "Demonstration" }).innerText()).toContain("Second factor may be skipped here");
  await expectAccessible(page);

  await page.goto("/account/confirm");
  expect(await page.getByLabel("Code from your authenticator app").count()).toBe(0);
  await expectAccessible(page);
  await page.getByLabel("Your password").fill("not the password");
  await main.getByRole("button", { name: "Continue" }).click();
  expect(await page.locator(".govuk-error-summary").innerText()).toContain("The password is not right");
  await context.close();
});

test("nothing of it is there when this is no demonstration", async () => {
  await portal.database.sql`update access.installation set demo = false`;
  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  expect((await page.goto("/demo"))?.status()).toBe(404);
  expect((await page.goto("/demo/sign-in"))?.status()).toBe(404);
  await page.goto("/sign-in");
  expect(await page.getByRole("main").innerText()).not.toContain("demonstration");
  await context.close();
  await portal.database.sql`update access.installation set demo = true`;
});
