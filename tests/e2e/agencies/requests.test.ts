import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { propose } from "#tests/support/agencies.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { speakFor } from "#tests/support/information-requests.ts";
import { fillDate, flash, follow, heading, main } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, addSession, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A request for information, from asking to its end: late, answered by the agency itself, taken up to the chair, closed. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let contact: TestPerson;
let manager: Page;

const log = "/portal/alderwick/information-requests";
const summary = (page: Page) => page.getByRole("alert").innerText();

/** Presses a button of a form, and waits for the page that answers it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name }).click();
  await answered;
}

async function on(moment: string, person: TestPerson): Promise<Page> {
  await portal.database.setClock(moment);
  return signedInPage(browser, portal.origin, { ...person, ...(await addSession(portal.database.sql, person.personId)) });
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(sql, "alderwick");
  contact = await addRepresentative(sql, ours.id, "agency-contact");
  await speakFor(sql, await propose(ours, { legalName: "Vale Probation" }), contact);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the business manager", () => {
  test("finds an empty log, from the register", async () => {
    await manager.goto("/portal/alderwick/agencies");
    await follow(manager, "Information requests");
    expect(await main(manager)).toContain("No request for information is recorded yet.");
    await expectAccessible(manager, "requests-empty");
  });

  test("is told what is missing and what identifies somebody, and keeps what was typed", async () => {
    await press(manager, "Record a request");
    await expectAccessible(manager, "requests-new");
    await manager.getByLabel("The safeguarding partners together").check();
    await manager.getByLabel("Whom you ask").fill("vale probation");
    await manager.getByLabel("What it is for").fill("About the records of 943 476 5919.");
    await press(manager, "Record the request");
    expect(await summary(manager)).toMatch(/is certainly a National Health Service[\s\S]*Say in general terms what is asked for[\s\S]*Choose the legal basis[\s\S]*Enter the day by which an answer is due/);
    expect(await manager.getByLabel("What it is for").inputValue()).toBe("About the records of 943 476 5919.");
    expect(await manager.getByLabel("The safeguarding partners together").isChecked()).toBe(true);
    await expectAccessible(manager, "requests-new-errors");
    await manager.getByLabel("What it is for").fill("To see how parents on probation are supported, asked at the office in SA1 2BD.");
    await manager.getByLabel("What is asked for").fill("How many parents were supervised in 2026, in figures.");
    await manager.getByLabel("Children Act 2004, section 16H").check();
    await fillDate(manager, "dueOn", ["14", "9", "2026"]);
    await press(manager, "Record the request");
    expect(await summary(manager)).toContain("Look at what may identify somebody: The purpose may contain a postcode");
    await expectAccessible(manager, "requests-new-look");
    await manager.getByLabel("I looked at each of these").check();
    await press(manager, "Record the request");
    expect(await flash(manager)).toContain("Request 1 is recorded.");
    expect(await heading(manager)).toBe("Vale Probation");
    expect(await main(manager)).toMatch(/Due in 5 working days[\s\S]*Next: Vale Probation answers by 14 September 2026\./);
    await expectAccessible(manager, "requests-one-open");
  });

  test("moves the due date with a reason, and the first one stays", async () => {
    await press(manager, "Move the due date");
    await press(manager, "Move the due date");
    expect(await summary(manager)).toContain("Say why the day is moved");
    await expectAccessible(manager, "requests-move-errors");
    await fillDate(manager, "dueOn", ["16", "9", "2026"]);
    await manager.getByLabel("Why the day is moved").fill("The office is closed on Monday.");
    await press(manager, "Move the due date");
    expect(await main(manager)).toMatch(/16 September 2026; at first 14 September 2026[\s\S]*Due date moved from 14 September 2026 to 16 September 2026/);
  });
});

describe("whoever speaks for the agency", () => {
  test("finds what is asked of it, and answers; nothing else is theirs", async () => {
    const page = await on("2026-09-15T09:00:00Z", contact);
    await page.goto("/portal/alderwick/people");
    await page.getByRole("navigation", { name: "Partnership" }).getByRole("link", { name: "Requests" }).click();
    expect(await main(page)).toContain("1 request");
    await expectAccessible(page, "requests-of-the-agency");
    await follow(page, /Vale Probation/);
    expect(await page.getByRole("main").getByRole("button").allInnerTexts()).toEqual(["Record the answer"]);
    await press(page, "Record the answer");
    await page.getByLabel("Refused").check();
    await press(page, "Record the answer");
    expect(await summary(page)).toContain("Give the reason for the refusal");
    await expectAccessible(page, "requests-answer-errors");
    await page.getByLabel("What was said").fill("These figures are not kept by area.");
    await press(page, "Record the answer");
    expect(await main(page)).toMatch(/Refused[\s\S]*These figures are not kept by area\.[\s\S]*Head of Service, Vale Probation, for the recipient/);
    expect((await page.goto(`${log}/1/close`))?.status()).toBe(403);
    expect((await page.goto("/portal/alderwick/agencies"))?.status()).toBe(403);
  });
});

describe("a refusal", () => {
  test("is taken up, decided by the chair with the scrutineer’s advice, and closed", async () => {
    manager = await on("2026-09-22T09:00:00Z", ours.chair);
    await manager.goto(`${log}/1`);
    await press(manager, "Take it to the delegated safeguarding partners");
    await manager.getByLabel("Why it is taken further").fill("The figures are kept elsewhere in the service.");
    await expectAccessible(manager, "requests-escalate");
    await press(manager, "Take it further");
    await press(manager, "Take it to the partnership chair");
    await manager.getByLabel("Why it is taken further").fill("The delegated partners do not agree.");
    await press(manager, "Take it further");
    await press(manager, "Record what was decided");
    await manager.getByLabel("What was decided").fill("The chair writes to the head of the service.");
    await press(manager, "Record the decision");
    expect(await summary(manager)).toContain("Say what the scrutineer advised");
    await expectAccessible(manager, "requests-decide-errors");
    await manager.getByLabel("What the scrutineer advised").fill("To ask for one quarter only.");
    await press(manager, "Record the decision");
    expect(await main(manager)).toMatch(/The partnership chair decided[\s\S]*The scrutineer’s advice: To ask for one quarter only\./);
    await expectAccessible(manager, "requests-one-escalated");
    await press(manager, "Close it");
    await manager.getByLabel("A part was supplied, and that is enough").check();
    await manager.getByLabel("What came of it").fill("One quarter came, and showed what was needed.");
    await expectAccessible(manager, "requests-close");
    await press(manager, "Close it");
    expect(await flash(manager)).toContain("The request is closed.");
    expect(await manager.getByRole("main").getByRole("button").count()).toBe(0);
  });

  test("that is late waits on the home page; the log is narrowed and exported", async () => {
    await manager.goto(`${log}/new`);
    await manager.getByLabel("Alderwick Council 1").check();
    await manager.getByLabel("Whom you ask").fill("Vale Swimming Club");
    await manager.getByLabel("What it is for").fill("To see how clubs check those who train.");
    await manager.getByLabel("What is asked for").fill("How many coaches were checked.");
    await manager.getByLabel("Another basis, said below").check();
    await manager.getByLabel("The basis in words").fill("The club agreed to it.");
    await fillDate(manager, "askedOn", ["1", "9", "2026"]);
    await fillDate(manager, "dueOn", ["17", "9", "2026"]);
    await press(manager, "Record the request");
    expect(await main(manager)).toContain("Overdue by 3 working days");
    await manager.goto("/portal/alderwick");
    expect(await main(manager)).toMatch(/Follow up the information asked of Vale Swimming Club[\s\S]*3 working days late/i);
    await manager.goto(log);
    expect(await main(manager)).toContain("Requests for information: 1 overdue and 1 closed.");
    await manager.getByLabel("Where it stands").selectOption({ label: "Overdue" });
    await press(manager, "Search");
    expect(await main(manager)).toMatch(/1 request\b/);
    await expectAccessible(manager, "requests-log");
    const csv = await (await manager.request.get(`${portal.origin}${log}.csv${new URL(manager.url()).search}`)).text();
    expect(csv.split("\r\n")[0]).toMatch(/^\uFEFFnumber,requester,recipient,in_register,purpose/);
    expect(csv.split("\r\n")[1]).toMatch(/^2,Alderwick Council 1,Vale Swimming Club,no,/);
    expect(csv.trim().split("\r\n")).toHaveLength(2);
    await manager.getByRole("link", { name: /Remove Overdue/ }).click();
    expect(await main(manager)).toMatch(/2 requests\b/);
  });
});
