import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { nameOne } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, follow, main } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A list that shows where a refuge is: down at once, put right, public again; what was down is erased by two. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let membershipId: string;
let agencyId: string;
let reader: Page;
let scrutineer: Page;
let chair: Page;

const register = "/portal/alderwick/agencies";
const list = "/partnerships/alderwick/agencies";

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick");
  await republishDirectory(ours);
  membershipId = await nameOne(ours, { legalName: "The refuge at 12 Heron Row" }, { category: "charity", inclusion: "voluntary" });
  await nameOne(ours, { legalName: "Otter Brook School" });
  agencyId = (await findAgency(ours.chair.actor, ours.id, membershipId))?.agencyId ?? "";
  browser = await launchBrowser();
  reader = await (await browser.newContext({ baseURL: portal.origin })).newPage();
  scrutineer = await signedInPage(browser, portal.origin, ours.scrutineer);
  chair = await signedInPage(browser, portal.origin, ours.chair);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("one person takes the list down, and nobody can read it at any address", async () => {
  await scrutineer.goto(register);
  await follow(scrutineer, "Take the public list down for safety");
  await press(scrutineer, "Take it down now");
  expect(await scrutineer.getByRole("alert").innerText()).toContain("Give the reason that the public will read");
  await expectAccessible(scrutineer, "agencies-take-down-errors");
  await scrutineer.getByLabel("The reason the public will read").fill("An entry showed what puts people at risk.");
  await press(scrutineer, "Take it down now");
  expect(await flash(scrutineer)).toContain("The list of agencies is taken down. Nobody can read it.");
  expect(await main(scrutineer)).toContain("Nothing that you change here is public until the list is published again.");
  await expectAccessible(scrutineer, "agencies-register-taken-down");
  for (const path of [list, `${list}.csv`, `${list}.json`, `/agencies/${agencyId}`]) {
    const answer = await fetch(portal.origin + path);
    const words = await answer.text();
    expect([path, answer.status]).toEqual([path, 410]);
    expect(words).toContain("An entry showed what puts people at risk.");
    expect(words).not.toMatch(/Heron|Otter/);
  }
  await reader.goto(list);
  expect(await main(reader)).toMatch(/taken down for safety on 7 September 2026[\s\S]*Fingerprint/);
  await expectAccessible(reader, "agencies-public-taken-down");
  await reader.goto(`/agencies/${agencyId}`);
  await expectAccessible(reader, "agency-public-taken-down");
  await reader.goto("/partnerships/alderwick/updates");
  expect(await main(reader)).toContain("Relevant agencies: taken down for safety");
});

test("what was wrong is put right, which is not public until somebody publishes the list again", async () => {
  await chair.goto(`${register}/${membershipId}/change`);
  expect(await main(chair)).toContain("what you change is public once the list is published again");
  await chair.getByLabel("Legal name").fill("A charity for families");
  await press(chair, "Save");
  expect((await fetch(portal.origin + list)).status).toBe(410);
  await chair.goto("/portal/alderwick");
  await follow(chair, "Put the list of agencies right and publish it again");
  await press(chair, "Publish the list again");
  expect(await chair.getByRole("alert").innerText()).toContain("Tick the box once the register is put right");
  await expectAccessible(chair, "agencies-publish-again-errors");
  await chair.getByLabel("I read the register, and what was wrong is put right").check();
  await press(chair, "Publish the list again");
  expect(await flash(chair)).toContain("The list of agencies is published again.");
  expect((await reader.goto(list))?.status()).toBe(200);
  expect(await main(reader)).toMatch(/A charity for families[\s\S]*Otter Brook School|Otter Brook School[\s\S]*A charity for families/);
  expect((await reader.goto(`/agencies/${agencyId}`))?.status()).toBe(200);
});

test("two people erase what was taken down", async () => {
  await chair.goto(register);
  await follow(chair, "Propose to erase what was taken down");
  await expectAccessible(chair, "agencies-erase");
  await press(chair, "Propose to erase them");
  expect(await main(chair)).toContain("A second person must confirm it.");
  await scrutineer.goto("/portal/alderwick");
  await follow(scrutineer, "Decide whether to erase the lists of agencies that were taken down");
  await expectAccessible(scrutineer, "agencies-erase-confirm");
  await press(scrutineer, "Erase them for good");
  expect(await flash(scrutineer)).toContain("The lists are erased.");
  expect(await main(scrutineer)).not.toContain("still stored");
  const rows = await portal.database.sql<{ words: string | null }[]>`select convert_from(b.body, 'UTF8') as words from publication.bodies b join publication.publications p on p.id = b.publication_id where p.kind = 'agencies' order by p.number`;
  expect(rows.map(({ words }) => words?.includes("Heron") ?? null)).toEqual([null, null, false]);
});
