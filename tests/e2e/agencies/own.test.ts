import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { nameOne } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { speakFor } from "#tests/support/information-requests.ts";
import { flash, follow, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** An agency's own people: what is recorded of it, acknowledging, and proposing what it should say. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let head: Page;
let manager: Page;
let another: TestPerson;
let school = "";
let college = "";

const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  const teacher = await addRepresentative(sql, ours.id, "education-representative");
  another = await addRepresentative(sql, ours.id, "agency-contact");
  school = await nameOne(ours, { legalName: "Otter Brook School", urn: 400_123, phase: "Primary" });
  college = await nameOne(ours, { legalName: "Vale College" });
  await speakFor(sql, school, teacher);
  await republishDirectory(ours);
  browser = await launchBrowser();
  head = await signedInPage(browser, portal.origin, teacher);
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("a representative", () => {
  test("finds their agency under Agencies, and acknowledges that it is named", async () => {
    await head.goto("/portal/alderwick/people");
    await head.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Agencies" }).click();
    expect(await heading(head)).toBe("Otter Brook School");
    expect(await main(head)).toMatch(/named it as a relevant agency on 7 September 2026[\s\S]*Why it was chosen\s*It teaches children who live here\./);
    expect(await main(head)).not.toContain("Vale College");
    await expectAccessible(head, "own-agency");
    await press(head, "Acknowledge that it is named");
    expect(await flash(head)).toContain("It is recorded that your agency acknowledges being named.");
    expect(await main(head)).toContain("Acknowledged on 7 September 2026 by Head of Service, The schools of the vale.");
    expect(await head.getByRole("button", { name: "Acknowledge that it is named" }).count()).toBe(0);
  });

  test("proposes what the record should say; what was typed stays when something is wrong", async () => {
    await head.getByRole("main").getByRole("button", { name: "Propose a change" }).click();
    await press(head, "Propose it");
    expect(await summary(head)).toContain("Change something: this is what the record says already");
    await head.getByLabel("Legal name").fill("Otter Brook Academy");
    await head.getByLabel("URN (optional)").fill("12");
    await press(head, "Propose it");
    expect(await summary(head)).toContain("The URN must be the six digits");
    expect(await head.getByLabel("Legal name").inputValue()).toBe("Otter Brook Academy");
    await expectAccessible(head, "own-change-errors");
    await head.getByLabel("URN (optional)").fill("400123");
    await head.getByLabel("How you work together (optional)").fill("Its head is in the executive group.");
    await head.getByLabel("Why, for those who decide (optional)").fill("We became an academy.");
    await press(head, "Propose it");
    expect(await flash(head)).toContain("Your proposal is recorded. Somebody in office decides.");
    expect(await main(head)).toMatch(/waits for a decision[\s\S]*Legal name[\s\S]*Otter Brook School[\s\S]*Otter Brook Academy/);
    await expectAccessible(head, "own-agency-proposed");
  });
});

describe("the business manager", () => {
  test("sees before and after, and accepts it; the public reads it at once", async () => {
    await manager.goto(`/portal/alderwick/agencies/${school}`);
    expect(await main(manager)).toMatch(/Acknowledged\s*7 September 2026\s*In the portal: Head of Service, The schools of the vale/);
    await expectAccessible(manager, "own-standing");
    await follow(manager, "Look at it and decide");
    expect(await main(manager)).toMatch(/We became an academy\.[\s\S]*Legal name\s*Otter Brook School\s*Otter Brook Academy/);
    await expectAccessible(manager, "change-to-decide");
    await press(manager, "Accept it");
    expect(await flash(manager)).toContain("Otter Brook School: the change is accepted and published.");
    await expectAccessible(manager, "changes");
    const reader = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
    await reader.goto("/partnerships/alderwick/agencies");
    expect(await main(reader)).toMatch(/Otter Brook Academy[\s\S]*Its head is in the executive group\./);
  });

  test("sets another aside and says why, which the agency reads", async () => {
    await head.goto("/portal/alderwick/your-agency");
    await head.getByRole("main").getByRole("button", { name: "Propose a change" }).click();
    await head.getByLabel("Legal name").fill("The best school");
    await press(head, "Propose it");
    await manager.goto("/portal/alderwick/agencies");
    await follow(manager, "Proposed changes");
    expect(await main(manager)).toContain("1 proposed change waits for a decision.");
    await follow(manager, "Otter Brook Academy");
    await manager.getByRole("main").getByRole("button", { name: "Set it aside" }).click();
    await press(manager, "Set it aside");
    expect(await summary(manager)).toContain("Say why it is set aside: the agency reads it");
    await expectAccessible(manager, "change-set-aside-errors");
    await manager.getByLabel("Why").fill("The register of schools has another name.");
    await press(manager, "Set it aside");
    expect(await flash(manager)).toContain("the proposed change is set aside.");
    await head.goto("/portal/alderwick/your-agency");
    expect(await main(head)).toMatch(/set aside[\s\S]*The register of schools has another name\./);
  });
});

test("a representative of another agency finds neither the record nor a way to change it", async () => {
  const page = await signedInPage(browser, portal.origin, another);
  await page.goto("/portal/alderwick/your-agency");
  expect(await main(page)).toContain("No agency in the register has your post as the one that speaks for it.");
  await expectAccessible(page, "own-none");
  for (const path of ["", "/change", "/acknowledge"]) expect((await page.goto(`/portal/alderwick/your-agency/${school}${path}`))?.status()).toBe(404);
  expect((await page.goto("/portal/alderwick/agencies/changes"))?.status()).toBe(403);
  await speakFor(portal.database.sql, college, another);
  await page.goto("/portal/alderwick/your-agency");
  expect(await heading(page)).toBe("Vale College");
  expect((await page.goto(`/portal/alderwick/your-agency/${school}`))?.status()).toBe(404);
  // Who holds an office besides is in the register, not here.
  expect((await manager.goto(`/portal/alderwick/your-agency/${school}`))?.status()).toBe(403);
});

test("a representative of several agencies chooses one", async () => {
  const { sql } = portal.database;
  await sql`update portal.agency_memberships set deputy_post_id = (select representative_post_id from portal.agency_memberships where id = ${school}) where id = ${college}`;
  await head.goto("/portal/alderwick/your-agency");
  expect(await heading(head)).toBe("Your agencies");
  await expectAccessible(head, "own-several");
  await follow(head, "Vale College");
  expect(await heading(head)).toBe("Vale College");
});
