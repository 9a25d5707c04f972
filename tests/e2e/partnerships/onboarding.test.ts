import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate } from "#tests/support/on-page.ts";
import { addPerson, addSession, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

let portal: TestPortal;
let browser: Browser;
let administrator: TestPerson;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  administrator = await addPerson(portal.database.sql, "Marlow Quince", { administrator: true });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function open(path: string, token = administrator.token): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: "session", value: token, url: portal.origin }]);
  const page = await context.newPage();
  await page.goto(`${portal.origin}${path}`);
  return page;
}

const heading = (page: Page) => page.locator("h1").innerText();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe("an administrator", () => {
  const county = "North Lincolnshire";
  const slug = "north-lincolnshire";
  const force = "Humberside Police";

  test("sets up a partnership with two health boards and appoints four leads and a business manager", async () => {
    const page = await open("/portal");
    await page.getByRole("link", { name: "Administration" }).click();
    await page.getByRole("button", { name: "Set up a partnership" }).click();
    await expectAccessible(page);

    await press(page, "Continue");
    expect(await page.getByRole("alert").innerText()).toContain("Choose at least one local authority area");
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await expectAccessible(page);
    await page.getByLabel("Find a local authority by name").fill("lincolnshire north");
    await page.keyboard.press("Enter");
    await page.getByLabel(county, { exact: true }).check();
    await expectAccessible(page);
    await press(page, "Continue");

    expect(await heading(page)).toBe("Which integrated care boards cover the area?");
    expect(await page.locator("main").innerText()).toContain(`${county}: ${force}`);
    await page.getByText("North East and Yorkshire (4)").click();
    await page.getByLabel("NHS North East and North Cumbria Integrated Care Board").check();
    await page.getByLabel("Find a board by name").fill("humber");
    await press(page, "Find");
    await page.getByLabel("NHS Humber and North Yorkshire Integrated Care Board").check();
    await expectAccessible(page);
    await press(page, "Continue");

    expect(await page.getByLabel("Name of the partnership").inputValue()).toBe(`${county} Safeguarding Children Partnership`);
    await press(page, "Continue");
    expect(await page.getByRole("alert").innerText()).toContain("Enter the date the partnership starts, like 1 9 2026");
    await expectAccessible(page);
    await fillDate(page, "startsOn", ["29", "9", "2019"]);
    await page.getByLabel("Working Together to Safeguard Children 2026").check();
    await fillDate(page, "adoptedOn", ["1", "4", "2026"]);
    await press(page, "Continue");

    const summary = await page.locator("dl").innerText();
    for (const words of [county, force, "NHS Humber and North Yorkshire", "NHS North East and North Cumbria", `/partnerships/${slug}`, "29 September 2019", "adopted 1 April 2026"]) expect(summary).toContain(words);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Change the name" }).click();
    expect(await page.locator("#startsOn-year").inputValue()).toBe("2019");
    await press(page, "Continue");
    await press(page, "Set up the partnership");

    expect(await page.getByRole("alert").innerText()).toContain("Partnership set up");
    expect(await page.getByText("Vacant", { exact: true }).count()).toBe(11);
    await expectAccessible(page);

    const leads = [`Chief Executive, ${county} Council`, "Chief Executive, NHS Humber and North Yorkshire Integrated Care Board", "Chief Executive, NHS North East and North Cumbria Integrated Care Board", `Chief Constable, ${force}`];
    for (const [at, post] of [...leads, "Business manager"].entries()) {
      await page.getByRole("link", { name: `Appoint the first holder for ${post}`, exact: true }).click();
      if (at === 0) {
        await press(page, "Appoint");
        const errors = await page.getByRole("alert").innerText();
        for (const message of ["Enter their full name", "Enter their work e-mail address", "Choose whether the appointment is acting", "Enter the date the appointment starts"]) expect(errors).toContain(message);
        await expectAccessible(page);
      }
      await page.getByLabel("Full name").fill(`${["Ada", "Bea", "Cai", "Dee", "Eli"][at] ?? ""} Fernhill`);
      await page.getByLabel("Work e-mail address").fill(`holder.${String(at)}@${slug}.example`);
      await page.getByLabel(at === 3 ? "Yes" : "No", { exact: true }).check();
      await fillDate(page, "startsOn", ["1", "4", "2024"]);
      await press(page, "Appoint");
      expect(await heading(page)).toBe("Appointed");
      expect(await page.locator("code").innerText()).toMatch(/^http.*\/invitations\/[\w-]{43}$/);
      if (at === 0) await expectAccessible(page);
      await page.getByRole("link", { name: /^Back to/ }).click();
    }
    expect(await page.getByText("Vacant", { exact: true }).count()).toBe(6);

    await page.getByRole("link", { name: "People, in the portal" }).click();
    expect(await heading(page)).toBe("People");
    const people = await page.locator("main").innerText();
    for (const words of ["All 4 seats have a lead", "Ada Fernhill, since 1 April 2024", "Dee Fernhill (acting)", "has not been checked", "Nobody is the single point"]) expect(people).toContain(words);
    await expectAccessible(page);
    await page.context().close();
  });
});

test("an invitation handed over is on a page that is not stored, and sent again it tells the link no more", async () => {
  const [place] = await portal.database.sql<{ slug: string }[]>`select pa.slug from portal.partnerships pa join portal.appointments a on a.partnership_id = pa.id join portal.people p on p.id = a.person_id where p.name = 'Ada Fernhill' limit 1`;
  const page = await open(`/portal/${place?.slug ?? ""}/people/accounts`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Send a new invitation for Ada Fernhill" }).first().click();
  await expectAccessible(page);
  const [response] = await Promise.all([page.waitForResponse((each) => each.request().method() === "POST"), press(page, "Make the invitation")]);
  expect(response.headers()["cache-control"]).toBe("private, no-store");
  await page.locator("code").waitFor();
  expect(await page.locator("main").innerText()).toContain("not set up to send e-mail");
  await page.reload();
  expect(await page.locator("code").count()).toBe(0);
  await page.context().close();
});

test("an area covered by somebody else cannot be chosen, and a direct POST is refused by name with nothing lost", async () => {
  const page = await open("/admin/partnerships/new?q=north+lincolnshire");
  expect(await page.getByLabel("North Lincolnshire").count()).toBe(0);
  expect(await page.locator("main").innerText()).toContain("North Lincolnshire: already covered by North Lincolnshire Safeguarding Children Partnership");
  const query = "area=E06000005&icb=E54000050&name=Darlington+Partnership&slug=darlington&startsOn-day=1&startsOn-month=1&startsOn-year=2020&editionId=working-together-2023&adoptedOn-day=1&adoptedOn-month=2&adoptedOn-year=2024";
  await page.goto(`${portal.origin}/admin/partnerships/new/check?${query}`);
  const other = await open(`/admin/partnerships/new/check?${query}`);
  await press(other, "Set up the partnership");
  const [response] = await Promise.all([page.waitForResponse((each) => each.request().method() === "POST"), press(page, "Set up the partnership")]);
  expect(response.status()).toBe(409);
  expect(await page.getByRole("alert").innerText()).toContain("Darlington is covered by Darlington Partnership.");
  await expectAccessible(page);
  await page.getByRole("alert").getByRole("link").click();
  expect(await heading(page)).toBe("Which local authority areas does the partnership cover?");
  await page.context().close();
  await other.context().close();
});

test("accounts are suspended and restored with a question first", async () => {
  const person = await addPerson(portal.database.sql, "Zed Harker");
  const page = await open("/admin/accounts");
  await page.getByRole("link", { name: "Suspend for Zed Harker" }).click();
  await expectAccessible(page);
  await press(page, "Suspend the account");
  expect(await page.getByRole("alert").innerText()).toContain("The account of Zed Harker is suspended");
  const theirs = await open("/portal", person.token);
  expect(theirs.url()).toContain("/sign-in");
  await page.getByRole("link", { name: "Restore for Zed Harker" }).click();
  await expectAccessible(page);
  await press(page, "Restore the account");
  const again = await addSession(portal.database.sql, person.personId);
  const back = await open("/portal", again.token);
  expect(await back.locator("main").innerText()).toContain("You hold no office in a partnership today");
  await expectAccessible(back);
  for (const each of [page, theirs, back]) await each.context().close();
});
