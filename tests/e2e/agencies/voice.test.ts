import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { nameOne, propose } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** Who speaks for education and the voluntary sector: from nobody to what the public reads. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;
let reader: Page;
let teacher: TestPerson;

const voice = "/portal/alderwick/agencies/voice";
const primary = { phase: "Primary", establishment: "Community school" };
const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  teacher = await addRepresentative(sql, ours.id, "education-representative");
  for (const legalName of ["Otter Brook Primary School", "Wren Lane Primary School", "Curlew Road Primary School"]) await nameOne(ours, { legalName, ...primary });
  await nameOne(ours, { legalName: "Vale Head Teachers’ Association" }, { category: "charity", inclusion: "voluntary" });
  await propose(ours, { legalName: "Young Oaks" }, { category: "sport-leisure", inclusion: "voluntary" });
  await republishDirectory(ours);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
  reader = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the business manager", () => {
  test("sees from the register who speaks for whom, and every gap in words", async () => {
    await manager.goto("/portal/alderwick/agencies");
    await follow(manager, "Who speaks for whom");
    expect(await heading(manager)).toBe("Who speaks for whom");
    const said = await main(manager);
    expect(said).toContain("For whom the representatives speak at the strategic level is not recorded.");
    expect(said).toContain("Nobody represents education at the operational level.");
    expect(said).toContain("Nobody represents the voluntary sector, faith or sport.");
    expect(said).toContain("3 of the 3 settings of education and childcare in the register belong to no body that speaks for them");
    await expectAccessible(manager, "voice-empty");
  });

  test("records how a representative was chosen; what was typed stays when something is wrong", async () => {
    await manager.goto(voice);
    await follow(manager, /Record how they were chosen/);
    await manager.getByLabel("How, in plain words").fill("Every primary school had a vote.");
    await press(manager, "Save and publish");
    expect(await summary(manager)).toMatch(/Say by whom they were chosen[\s\S]*Enter the day they were chosen[\s\S]*Tick for whom they speak/);
    expect(await manager.getByLabel("How, in plain words").inputValue()).toBe("Every primary school had a vote.");
    await expectAccessible(manager, "voice-representation-errors");
    await manager.getByLabel("Elected by those they speak for").check();
    await fillDate(manager, "chosenOn", ["3", "6", "2026"]);
    await manager.getByLabel("Primary").check();
    await manager.getByLabel("Secondary").check();
    await press(manager, "Save and publish");
    expect(await flash(manager)).toContain("How they were chosen is recorded and published: The schools of the vale.");
    expect(await main(manager)).toMatch(/Nobody represents early years settings[^.]*at the strategic level\./);
    await follow(manager, /^Change/);
    expect(await main(manager)).toMatch(/What was recorded[\s\S]*7 September 2026[\s\S]*Applies now/);
    await expectAccessible(manager, "voice-representation");
  });

  test("marks an association as speaking for others, and adds everything that a search finds as its members", async () => {
    await manager.goto(voice);
    await manager.getByRole("main").getByRole("button", { name: "Add a body that speaks for others" }).click();
    await manager.getByLabel("Find an agency").fill("head");
    await press(manager, "Search");
    await expectAccessible(manager, "voice-choose-body");
    await follow(manager, "Vale Head Teachers’ Association");
    await manager.getByLabel("How many").fill("14");
    await press(manager, "Save");
    expect(await summary(manager)).toMatch(/what it is and for whom it speaks[\s\S]*Enter the day from which it has spoken for others/);
    await manager.getByLabel("What it is, and for whom it speaks").fill("The association of head teachers");
    await fillDate(manager, "since", ["1", "1", "2026"]);
    await press(manager, "Save");
    expect(await summary(manager)).toMatch(/Say where the number is from[\s\S]*Enter the day on which they were counted/);
    expect(await manager.getByLabel("How many").inputValue()).toBe("14");
    await expectAccessible(manager, "voice-body-errors");
    await manager.getByLabel("Where the number is from").fill("Its yearly report");
    await fillDate(manager, "outsideOn", ["1", "8", "2026"]);
    await press(manager, "Save");
    expect(await flash(manager)).toContain("It is saved and published.");
    await manager.goto(voice);
    await follow(manager, "Vale Head Teachers’ Association");
    await manager.getByRole("main").getByRole("button", { name: "Add members" }).click();
    await manager.getByLabel("Kind").selectOption({ label: "Primary" });
    await press(manager, "Search");
    await press(manager, "Add as members");
    expect(await summary(manager)).toMatch(/Enter the day from which they are members|Tick the agencies for which it speaks/);
    await expectAccessible(manager, "voice-members-errors");
    await manager.getByLabel("All 3 agencies found, not only those ticked").check();
    await fillDate(manager, "since", ["1", "9", "2026"]);
    await press(manager, "Add as members");
    expect(await flash(manager)).toContain("3 members are added.");
    expect(await main(manager)).toContain("all 3 primary schools");
    await expectAccessible(manager, "voice-body");
  });

  test("ends a membership from a day, and sees for whom nobody speaks", async () => {
    await manager.getByRole("main").getByRole("button", { name: "End memberships" }).click();
    await manager.getByLabel("Curlew Road Primary School").check();
    await fillDate(manager, "on", ["7", "9", "2026"]);
    await expectAccessible(manager, "voice-members-end");
    await press(manager, "End these memberships");
    expect(await flash(manager)).toContain("1 membership is ended.");
    expect(await main(manager)).toContain("2 of the 3 primary schools");
    await manager.goto(voice);
    await expectAccessible(manager, "voice");
    await follow(manager, "See which they are");
    expect(await main(manager)).toMatch(/2 agencies for which nobody speaks[\s\S]*Curlew Road Primary School[\s\S]*Young Oaks/);
    await expectAccessible(manager, "voice-unrepresented");
    await follow(manager, "Curlew Road Primary School");
    expect(await main(manager)).toContain("No body that speaks for others has it as a member.");
    await expectAccessible(manager, "voice-agency");
  });
});

describe("anybody", () => {
  test("reads on the list and on the people page who represents education, and which bodies speak for how many", async () => {
    await reader.goto("/partnerships/alderwick/agencies");
    const list = await main(reader);
    expect(list).toMatch(/Education, strategic level[\s\S]*The schools of the vale[\s\S]*Elected by those they speak for, on 3 June 2026\.[\s\S]*Every primary school had a vote\.[\s\S]*Primary, Secondary/);
    expect(list).toContain("Nobody represents education at the operational level.");
    expect(list).toMatch(/Bodies that speak for others[\s\S]*Vale Head Teachers’ Association[\s\S]*2 of the 3 primary schools[\s\S]*14 that are not in the register/);
    expect(list).not.toContain(teacher.name);
    await reader.goto("/partnerships/alderwick/people");
    expect(await main(reader)).toMatch(/Who represents education and the voluntary sector[\s\S]*The schools of the vale/);
    expect(await main(reader)).not.toContain(teacher.name);
    expect(await reader.locator("script").count()).toBe(0);
    const page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    for (const [path, name] of [["agencies", "voice-public-list"], ["people", "voice-public-people"]] as const) {
      await page.goto(`/partnerships/alderwick/${path}`);
      await expectAccessible(page, name);
    }
    await page.goto("/partnerships/alderwick/agencies");
    await page.getByRole("link", { name: "Otter Brook Primary School" }).click();
    expect(await main(page)).toMatch(/Represented by\s*Vale Head Teachers’ Association/);
    await expectAccessible(page, "voice-public-agency");
  });

  test("finds the same facts as data; the file of the list has no more columns than before", async () => {
    const read = async (path: string): Promise<Record<string, unknown>> => (await (await fetch(`${portal.origin}/partnerships/alderwick/${path}`)).json()) as Record<string, unknown>;
    const list = await read("agencies.json");
    expect(list).toMatchObject({
      representatives: [{ represents: "education", level: "strategic", body: "The schools of the vale", chosen: { by: "election", on: "2026-06-03", speaksFor: ["primary", "secondary"] } }],
      representativeBodies: [{ name: "Vale Head Teachers’ Association", namedMembers: 2, outside: { count: 14, source: "Its yearly report", on: "2026-08-01" } }],
    });
    expect((await read("people.json"))["representatives"]).toEqual(list["representatives"]);
    const everything = JSON.stringify([list, await read("people.json")]);
    expect(everything).not.toContain(teacher.name);
    expect(everything).not.toContain("@");
    const csv = await (await fetch(`${portal.origin}/partnerships/alderwick/agencies.csv`)).text();
    expect(csv.split("\r\n")[0]).toMatch(/^\uFEFF?id,legal_name,category,inclusion,reason,how_we_work,urn,charity_number,organisation_code,parent,parent_code,phase,kind,areas,audits,status$/);
  });
});

test("a lead reads it and records nothing; a representative does not find it", async () => {
  const lead = await signedInPage(browser, portal.origin, ours.seats[0]?.lead ?? ours.chair);
  await lead.goto(voice);
  expect(await lead.getByRole("main").getByRole("button", { name: "Add a body that speaks for others" }).count()).toBe(0);
  await follow(lead, /See what was recorded/);
  expect(await lead.getByRole("button", { name: "Save and publish" }).count()).toBe(0);
  expect(await main(lead)).toContain("Every primary school had a vote.");
  expect((await lead.goto(`${voice}/bodies`))?.status()).toBe(403);
  const representative = await signedInPage(browser, portal.origin, teacher);
  expect((await representative.goto(voice))?.status()).toBe(403);
});
