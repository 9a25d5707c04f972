import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { follow, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addReadyDraft, addSession } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { freezeDraft } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  await portal.database.setClock("2026-10-06T09:00:00Z");
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("a chief constable who leads for the police in four partnerships finds on a phone what waits in each", async () => {
  const { sql } = portal.database;
  const [alder, ...others] = [await addPartnership(sql, "alder"), await addPartnership(sql, "birch"), await addPartnership(sql, "cedar"), await addPartnership(sql, "elm")];
  const chief = alder?.seats[2]?.lead;
  if (!alder || !chief) throw new Error("no chief constable");
  for (const { seats } of others) await sql`update portal.appointments set person_id = ${chief.personId} where id = ${seats[2]?.leadAppointmentId ?? ""}`;
  for (const place of [alder, ...others.slice(0, 2)]) {
    await addReadyDraft(sql, place.id, place.businessManager.personId);
    await freezeDraft(sql, place);
  }
  const context = await browser.newContext({ baseURL: portal.origin, viewport: { width: 390, height: 844 } });
  onTestFinished(() => context.close());
  await context.addCookies([{ name: "session", value: (await addSession(sql, chief.personId)).token, url: portal.origin }]);
  const page = await context.newPage();
  await page.goto("/portal");
  expect(await heading(page)).toBe("What needs you");
  const text = await main(page);
  expect(text.match(/Sign the arrangements, version 1/g)).toHaveLength(3);
  expect(text).toContain("And 2 more that can wait");
  await expectAccessible(page, "home-of-four-partnerships");
  await follow(page, "See all");
  expect((await main(page)).match(/Appoint your delegated safeguarding partner/g)).toHaveLength(4);
  await page.getByRole("link", { name: "Sign the arrangements, version 1" }).first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/portal\/(alder|birch|cedar)\/arrangements\/versions\/1/);
});
