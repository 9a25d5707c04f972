import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readCsv } from "#app/domain/shared/csv.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A register kept by hand: from the first agency to what the public reads, and off it again. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;
let reader: Page;

const register = "/portal/alderwick/agencies";
const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

async function add(page: Page, name: string, category: string, inclusion: string, more: { urn?: string; reason?: string } = {}): Promise<void> {
  await page.goto(`${register}/new`);
  await page.getByLabel("Legal name").fill(name);
  await page.getByLabel("Category").selectOption({ label: category });
  await page.getByLabel(inclusion).check();
  if (more.urn) await page.getByLabel("URN (optional)").fill(more.urn);
  if (more.reason) await page.getByLabel("Why it is chosen").fill(more.reason);
  await press(page, "Add the agency");
}

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick", ["local-authority", "local-authority", "icb", "police"]);
  await republishDirectory(ours);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
  reader = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("before there is any", () => {
  test("the register and the public page say what will be here", async () => {
    await manager.goto(register);
    expect(await main(manager)).toContain("No agency is in the register yet.");
    await expectAccessible(manager, "agencies-empty");
    expect((await reader.goto("/partnerships/alderwick/agencies"))?.status()).toBe(200);
    expect(await main(reader)).toContain("has not published its relevant agencies");
  });
});

describe("the business manager", () => {
  test("is told what is wrong, and keeps what was typed", async () => {
    await manager.goto(`${register}/new`);
    await manager.getByLabel("Legal name").fill("Otter Brook School");
    await manager.getByLabel("URN (optional)").fill("12");
    await manager.getByLabel("Category").selectOption({ label: "Not in the Schedule: Other organisation, included by agreement without the statutory duty" });
    await manager.getByLabel("Under the statutory duty").check();
    await press(manager, "Add the agency");
    expect(await summary(manager)).toMatch(/six digits/);
    expect(await manager.getByLabel("Legal name").inputValue()).toBe("Otter Brook School");
    await manager.getByLabel("URN (optional)").fill("400123");
    await press(manager, "Add the agency");
    expect(await summary(manager)).toMatch(/named by agreement/);
    await expectAccessible(manager, "agencies-new-errors");
  });

  test("adds agencies, which are proposed", async () => {
    await add(manager, "Otter Brook School", "Education and childcare: Maintained school (governing body)", "Under the statutory duty", { urn: "400123" });
    expect(await flash(manager)).toContain("The agency is added, as proposed.");
    await expectAccessible(manager, "agencies-one");
    await add(manager, "Wren Lane School", "Education and childcare: Maintained school (governing body)", "Under the statutory duty");
    await add(manager, "Young Oaks", "Miscellaneous: Charity", "By agreement", { reason: "It runs the youth club." });
    await add(manager, "Wren Lane School", "Education and childcare: Maintained school (governing body)", "Under the statutory duty");
    expect(await summary(manager)).toContain("is in the register already");
    await manager.goto(register);
    expect(await main(manager)).toContain("0 agencies are named, 3 proposed and 0 withdrawn.");
    await manager.getByLabel("Find an agency").fill("wren");
    await press(manager, "Search");
    expect(await main(manager)).toMatch(/1 agency[\s\S]*Wren Lane School/);
    await expectAccessible(manager, "agencies-register");
  });

  test("names them with a reason for each category, and they are public at once", async () => {
    await manager.goto(`${register}/name`);
    await press(manager, "Name the agencies of the categories that are ticked");
    expect(await summary(manager)).toContain("Maintained school (governing body)");
    await expectAccessible(manager, "agencies-name-errors");
    await manager.getByLabel("Why they are chosen").first().fill("Every school here teaches children of the area.");
    await press(manager, "Name the agencies of the categories that are ticked");
    expect(await flash(manager)).toContain("3 agencies are named and published.");
    await reader.goto("/partnerships/alderwick/agencies");
    expect(await main(reader)).toContain("3 relevant agencies are named: 2 in education and childcare and 1 in voluntary, faith and sport.");
    expect(await main(reader)).toMatch(/Otter Brook School[\s\S]*Every school here teaches children of the area\./);
    expect(await reader.locator("script").count()).toBe(0);
  });
});

describe("anybody", () => {
  test("narrows the list, and finds the same rows as CSV and JSON", async () => {
    await reader.goto("/partnerships/alderwick/agencies");
    await reader.getByLabel("Kind of work").selectOption({ label: "Education and childcare" });
    await press(reader, "Search");
    expect(await main(reader)).toContain("2 agencies found");
    expect(await main(reader)).not.toContain("Young Oaks");
    const { search } = new URL(reader.url());
    const csv = await (await fetch(`${portal.origin}/partnerships/alderwick/agencies.csv${search}`)).text();
    const json = (await (await fetch(`${portal.origin}/partnerships/alderwick/agencies.json${search}`)).json()) as { agencies: { legal_name: string; urn: string | null; reason: string }[] };
    expect(json.agencies.map((each) => each.legal_name)).toEqual(["Otter Brook School", "Wren Lane School"]);
    const [header = "", first = ""] = csv.replace(/^\uFEFF/, "").split("\r\n");
    const read = readCsv(`${header}\r\n${first}\r\n`, header.split(","), 10, []);
    expect(read.ok && read.rows[0]?.cells).toMatchObject({ legal_name: "Otter Brook School", urn: "400123", status: "Named" });
    expect((await fetch(`${portal.origin}/partnerships/nowhere/agencies.csv`)).status).toBe(404);
  });

  test("opens one body and sees who names it", async () => {
    const page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    await page.goto("/partnerships/alderwick/agencies");
    await expectAccessible(page, "agencies-public");
    await page.getByRole("link", { name: "Young Oaks" }).click();
    expect(await heading(page)).toBe("Young Oaks");
    expect(await main(page)).toMatch(/Alderwick Safeguarding Children Partnership[\s\S]*It runs the youth club\./);
    await expectAccessible(page, "agency-public");
    expect((await page.goto("/agencies/00000000-0000-4000-8000-000000000000"))?.status()).toBe(404);
  });
});

describe("an agency that is named", () => {
  test("is changed, and withdrawn with a day and a reason; the list follows at once", async () => {
    await manager.goto(`${register}?q=young`);
    await manager.getByRole("link", { name: "Young Oaks" }).click();
    await manager.getByRole("main").getByRole("button", { name: "Change" }).click();
    await manager.getByLabel("How you work together (optional)").fill("It is in the group for the voluntary sector.");
    await press(manager, "Save");
    await reader.goto("/partnerships/alderwick/agencies?q=oaks");
    expect(await main(reader)).toContain("It is in the group for the voluntary sector.");
    await manager.getByRole("main").getByRole("button", { name: "Withdraw" }).click();
    await fillDate(manager, "on", ["8", "9", "2026"]);
    await press(manager, "Withdraw it");
    expect(await summary(manager)).toContain("There is a problem");
    await expectAccessible(manager, "agencies-withdraw-errors");
    await fillDate(manager, "on", ["7", "9", "2026"]);
    await manager.getByLabel("Why").fill("The club closed.");
    await press(manager, "Withdraw it");
    expect(await flash(manager)).toContain("Young Oaks is withdrawn");
    await reader.goto("/partnerships/alderwick/agencies?q=oaks");
    expect(await main(reader)).toContain("Nothing in the list is like that.");
  });

  test("is exported with the columns that a file of the register has; those who may not edit only read", async () => {
    const [lead] = ours.seats;
    const page = await signedInPage(browser, portal.origin, lead?.lead ?? ours.chair);
    await page.goto(register);
    expect(await page.getByRole("main").getByRole("button", { name: "Add an agency" }).count()).toBe(0);
    await expectAccessible(page, "agencies-register-lead");
    expect((await page.goto(`${register}/new`))?.status()).toBe(403);
    const csv = await page.request.get(`${portal.origin}${register}.csv`);
    expect((await csv.text()).split("\r\n")[0]).toBe("\uFEFFid,legal_name,category,inclusion,reason,how_we_work,urn,charity_number,organisation_code,parent,parent_code,phase,kind,areas,audits,status,contact_email,name_withheld");
  });
});
