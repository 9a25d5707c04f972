import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { rows, startJobs, write } from "#tests/support/outbox.ts";
import { addPartnership, addReadyDraft } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal({ demo: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("somebody who tries it reads what the portal writes, in the place of a mailbox", async () => {
  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  await page.goto("/demo");
  await page.getByRole("main").getByRole("link", { name: "Outgoing messages" }).click();
  expect(await page.getByRole("main").innerText()).toContain("Nothing has been written yet");
  await expectAccessible(page, "outgoing-none");
  const partnership = await addPartnership(portal.database.sql, "alderwick");
  await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
  await freezeDraft(portal.database.sql, partnership);
  await write(partnership, partnership.chair, { secretPath: "/set-up/a-secret-of-the-demonstration" });
  const jobs = await startJobs({ smtpUrl: null, demo: true, at: portal.origin });
  await expect.poll(async () => (await rows(portal.database, partnership.chair)).map((row) => row.status), { timeout: 15_000 }).toEqual(["kept"]);
  await jobs.stop(1_000);

  await page.goto("/");
  await page.getByRole("complementary", { name: "Demonstration" }).getByRole("link", { name: "Outgoing messages" }).click();
  const [lead] = partnership.seats;
  const summary = page.getByText(`To ${lead?.lead.name ?? ""}: Please read and sign: Arrangements version 1`);
  await summary.click();
  const letter = page.locator("details", { has: summary });
  expect(await letter.innerText()).toContain("needs your signature as lead safeguarding partner");
  expect(await letter.innerText()).toContain("Kept here, not sent");
  await expectAccessible(page, "outgoing");
  const invitation = page.locator("details", { hasText: `To ${partnership.chair.name}: Delegate Rowan leaves an office` });
  await invitation.locator("summary").click();
  expect(await invitation.getByRole("link", { name: "See who holds which office" }).getAttribute("href")).toBe(`${portal.origin}/set-up/a-secret-of-the-demonstration`);
  await letter.getByRole("link", { name: "Read and sign" }).click();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await context.close();
});
