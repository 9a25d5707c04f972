import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addContact } from "#tests/support/assessments.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, heading, main } from "#tests/support/on-page.ts";
import { impatient, startJobs } from "#tests/support/outbox.ts";
import { addPartnership, addReadyDraft, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { giasFile } from "#tests/support/register-files.ts";
import { freezeDraft, signedInPage } from "#tests/support/signing.ts";
import { startMailServer, type TestMailServer } from "#tests/support/smtp.ts";

/** One school of six hundred, from the national register to the public list, its letter, its section 175 return and the arrangements. */

let portal: TestPortal;
let browser: Browser;
let mail: TestMailServer;
let ours: TestPartnership;
let manager: Page;
let head: Page;
let delegate: Page;
let headteacher: { person: TestPerson; postId: string };

const school = "Alder School 7";
const agencies = "/portal/alderwick/agencies";
const assessments = "/portal/alderwick/assessments";

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name, exact: typeof name === "string" }).click();
  await answered;
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("link", { name, exact: typeof name === "string" }).first().click();
  await answered;
}

beforeAll(async () => {
  portal = await startPortal();
  const { sql } = portal.database;
  await portal.database.setClock("2026-09-07T09:00:00Z");
  await impatient(portal.database);
  mail = await startMailServer();
  const jobs = await startJobs({ smtpUrl: mail.url, at: portal.origin });
  ours = await addPartnership(sql, "alderwick");
  await republishDirectory(ours);
  headteacher = await addContact(sql, ours.id, "Robin Teal", school);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
  delegate = await signedInPage(browser, portal.origin, ours.delegate);
  head = await signedInPage(browser, portal.origin, headteacher.person);
  return () => jobs.stop(1_000);
});
afterAll(async () => {
  await browser.close();
  await mail.stop();
  await portal.stop();
});

test("six hundred schools come from the register and are named with a reason for their category", async () => {
  const [area] = await portal.database.sql<{ name: string; code: string }[]>`select o.name, o.code from portal.partnership_areas a join portal.organisations o on o.id = a.organisation_id where a.partnership_id = ${ours.id}`;
  await manager.goto(`${agencies}/import`);
  await manager.getByLabel("Get Information about Schools", { exact: true }).check();
  const schools = Array.from({ length: 600 }, () => ({ "LA (name)": area?.name ?? "", "GSSLACode (name)": area?.code ?? "" }));
  await manager.getByLabel("The file", { exact: true }).setInputFiles({ name: "edubasealldata20260901.csv", mimeType: "text/csv", buffer: Buffer.from(giasFile(schools)) });
  await press(manager, "Check this file");
  await press(manager, "Take this file in");
  await press(manager, "Name proposed agencies");
  await manager.getByLabel("Why they are chosen").fill("Every school here teaches children of the area.");
  await press(manager, "Name the agencies of the categories that are ticked");
  expect(await main(manager)).toContain("600 agencies are named, 0 proposed and 0 withdrawn.");
});

test("one of them is told, and acknowledges from its link", async () => {
  await manager.goto(`${agencies}/notices`);
  await press(manager, "Fill in addresses");
  await follow(manager, /paste many from a spreadsheet/);
  await manager.getByLabel("One agency in each line").fill("100007, office@alder.example");
  await press(manager, "Save these addresses");
  await press(manager, "Tell agencies");
  await press(manager, "Send the letters");
  await expect.poll(() => mail.accepted.filter(({ to }) => to === "office@alder.example").length, { timeout: 15_000 }).toBe(1);
  const link = /https?:\/\/\S+/.exec(mail.accepted.find(({ to }) => to === "office@alder.example")?.text ?? "")?.[0] ?? "";
  const office = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
  await office.goto(link);
  await office.getByLabel("Your name").fill("Jo Finch");
  await office.getByLabel("Your post").fill("School office manager");
  await office.getByLabel("I have read what being named means").check();
  await press(office, "Acknowledge");
  expect(await heading(office)).toBe("Acknowledged");
  await manager.goto(`${agencies}?q=100007`);
  await follow(manager, school);
  expect(await main(manager)).toMatch(/By its link: Jo Finch, School office manager/);
});

test("it returns its section 175 assessment, which is asked of all six hundred", async () => {
  await press(manager, "Change");
  await manager.getByLabel("Who speaks for it").selectOption({ label: `Headteacher, ${school}` });
  await press(manager, "Save");
  await manager.goto(assessments);
  await press(manager, "Issue a round");
  await press(manager, "Issue Section 175 and 157");
  await manager.getByLabel("Title of the round").fill("Section 175 return 2026 to 2027");
  await fillDate(manager, "periodFrom", ["1", "9", "2025"]);
  await fillDate(manager, "periodTo", ["31", "8", "2026"]);
  await fillDate(manager, "dueOn", ["31", "10", "2026"]);
  await press(manager, "Issue Section 175 and 157 to 600 agencies");
  await head.goto(assessments);
  await follow(head, school);
  const links = await head.getByRole("main").locator(".govuk-task-list__link").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  for (const link of links) {
    await head.goto(link);
    await head.getByLabel("Evidence").fill("Looked at this year, with the records of it.");
    await head.getByRole("radio", { name: "Met", exact: true }).check();
    await press(head, "Save and continue");
  }
  await head.getByLabel(`I submit this return for ${school}`).check();
  await press(head, "Submit the return");
  await manager.goto(assessments);
  expect(await main(manager)).toContain("1 of 600");
});

test("a delegated safeguarding partner challenges it, and closes the action that follows", async () => {
  await delegate.goto(new URL(head.url()).pathname);
  await follow(delegate, /Challenge it.on Online safety/);
  await delegate.getByLabel("Your question").fill("When were the filters last checked?");
  await press(delegate, "Ask it");
  await head.goto("/portal/alderwick");
  await follow(head, `Answer a question about the self-assessment of ${school}`);
  await press(head, "Answer");
  await head.getByLabel("Your answer").fill("In 2024. It is planned again.");
  await press(head, "Send the answer");
  await delegate.goto("/portal/alderwick");
  await follow(delegate, `Accept what ${school} answered, or ask again`);
  await press(delegate, "Accept the answer");
  await delegate.getByLabel("Partly met").check();
  await delegate.getByLabel("Why you accept it").fill("A day is named.");
  await press(delegate, "Accept the answer");
  await press(delegate, "Record an action");
  await delegate.getByLabel("What is to be done").fill("Check the filters.");
  await delegate.getByLabel("Who does it").fill("Designated safeguarding lead");
  await fillDate(delegate, "dueOn", ["30", "11", "2026"]);
  await press(delegate, "Record the action");
  await head.goto(`${assessments}/actions`);
  await follow(head, "Check the filters.");
  await press(head, "Propose it as done");
  await head.getByLabel("What shows that it is done").fill("The report of the check.");
  await press(head, "Propose it as done");
  await delegate.goto(new URL(head.url()).pathname);
  await press(delegate, "Close it");
  await delegate.getByLabel("What convinces you").fill("The report shows it.");
  await press(delegate, "Close it");
  expect(await main(delegate)).toMatch(/Closed by/);
});

test("the arrangements are frozen with the register inside, and the public list, CSV and JSON agree", async () => {
  const { documentId } = await addReadyDraft(portal.database.sql, ours.id, ours.businessManager.personId);
  await portal.database.sql`update portal.sections set body = body || E'\n\n{{relevant-agencies}}' where document_id = ${documentId} and position = (select min(position) from portal.sections where document_id = ${documentId})`;
  await freezeDraft(portal.database.sql, ours);
  await manager.goto("/portal/alderwick/arrangements/versions/1/text");
  const text = await main(manager);
  expect(text).toContain("Every school here teaches children of the area.");
  const inText = new Set(text.match(/Alder School \d+/g));
  const open = (ending: string) => fetch(`${portal.origin}/partnerships/alderwick/agencies${ending}`);
  const json = (await (await open(".json")).json()) as { agencies: { legal_name: string }[] };
  const csv = (await (await open(".csv")).text()).trim().split("\r\n").slice(1);
  const names = json.agencies.map((each) => each.legal_name);
  expect(new Set(names)).toEqual(inText);
  expect([names.length, csv.length, inText.size]).toEqual([600, 600, 600]);
  expect(await (await open("")).text()).toContain("600 relevant agencies are named: 600 in education and childcare.");
});
