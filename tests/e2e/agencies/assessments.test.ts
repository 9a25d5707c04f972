import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { nameOne } from "#tests/support/agencies.ts";
import { addSchool, type TestSchool } from "#tests/support/assessments.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A section 175 round, from issuing it to the action that is closed. No page of it has a script. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let heron: TestSchool;
let otter: TestSchool;
let manager: Page;
let head: Page;
let stranger: Page;
let delegate: Page;

const summary = (page: Page) => page.getByRole("alert").innerText();
const home = "/portal/alderwick/assessments";

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  const { sql } = portal.database;
  ours = await addPartnership(sql, "alderwick");
  await republishDirectory(ours);
  heron = await addSchool(sql, ours, "Heron Hill School");
  otter = await addSchool(sql, ours, "Otter Brook School");
  await nameOne(ours, { legalName: "Young Oaks" }, { category: "charity", inclusion: "voluntary" });
  browser = await launchBrowser();
  const open = (person: TestPartnership["chair"]) => signedInPage(browser, portal.origin, person);
  manager = await open(ours.businessManager);
  head = await open(heron.head);
  stranger = await open(otter.head);
  delegate = await open(ours.delegate);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the business manager", () => {
  test("reads the questions and issues a round to the schools to which it applies", async () => {
    await manager.goto(home);
    expect(await main(manager)).toContain("No round has been issued yet.");
    await press(manager, "Issue a round");
    await expectAccessible(manager, "assessments-sets");
    await manager.getByRole("link", { name: "Read the questions of Section 175" }).click();
    expect(await main(manager)).toContain("What did children say about how safe they feel");
    await expectAccessible(manager, "assessments-questions");
    await manager.goBack();
    await press(manager, "Issue Section 175 and 157");
    expect(await main(manager)).toContain("2 agencies will be asked");
    await press(manager, "Issue Section 175 and 157 to 2 agencies");
    expect(await summary(manager)).toMatch(/Enter a title[\s\S]*Enter the day on which returns are due/);
    await expectAccessible(manager, "assessments-issue-errors");
    await manager.getByLabel("Title of the round").fill("Section 175 return 2026 to 2027");
    await fillDate(manager, "periodFrom", ["1", "9", "2025"]);
    await fillDate(manager, "periodTo", ["31", "8", "2026"]);
    await fillDate(manager, "dueOn", ["31", "10", "2026"]);
    await press(manager, "Issue Section 175 and 157 to 2 agencies");
    expect(await flash(manager)).toContain("2 agencies are asked for the return");
    expect(await main(manager)).toContain("0 of 2 agencies returned it (0%).");
    await expectAccessible(manager, "assessments-round-new");
  });

  test("asks one more agency, and gives another more time", async () => {
    await press(manager, "Ask more agencies");
    await press(manager, "Ask them");
    expect(await summary(manager)).toContain("Tick the agencies to ask");
    await expectAccessible(manager, "assessments-add");
    await manager.getByLabel("Young Oaks").check();
    await press(manager, "Ask them");
    expect(await flash(manager)).toContain("1 more agency is asked.");
    await follow(manager, "Otter Brook School");
    expect(await main(manager)).toContain("answers for itself");
    await press(manager, "Give it more time");
    await fillDate(manager, "dueOn", ["31", "10", "2026"]);
    await press(manager, "Give it more time");
    expect(await summary(manager)).toContain("Enter a day after 31 October 2026");
    await expectAccessible(manager, "assessments-extend");
    await fillDate(manager, "dueOn", ["14", "11", "2026"]);
    await manager.getByLabel("Why").fill("The head is new.");
    await press(manager, "Give it more time");
    expect(await main(manager)).toMatch(/First due\s+31 October 2026[\s\S]*To 14 November 2026: The head is new\./);
  });
});

describe("a school’s representative", () => {
  test("begins on one visit, is told what is missing, and keeps what was typed", async () => {
    await head.goto("/portal");
    expect(await main(head)).toContain("Begin the self-assessment of Heron Hill School");
    await expectAccessible(head, "assessments-home-representative");
    await follow(head, "Begin the self-assessment of Heron Hill School");
    await expectAccessible(head, "assessments-return-tasks");
    await follow(head, "Governors and proprietors");
    await press(head, "Save and continue");
    expect(await summary(head)).toContain("Give the evidence or a rating");
    await head.getByLabel("Evidence").fill("Asked by the family of NHS number 943 476 5919.");
    await press(head, "Save and continue");
    expect(await summary(head)).toContain("must identify nobody");
    await expectAccessible(head, "assessments-answer-errors");
    await head.getByLabel("Evidence").fill("Governors are trained, but not all of them yet.");
    await head.getByLabel("Partly met").check();
    await press(head, "Save and continue");
    expect(await heading(head)).toBe("The designated safeguarding lead");
    await head.goto(home);
    await follow(head, "Heron Hill School");
    expect(await main(head)).toContain("Missing: an action, who does it, by when");
    await press(head, "Check your answers");
    expect(await main(head)).toContain("12 standards are not answered in full.");
    await expectAccessible(head, "assessments-check-missing");
  });

  test("finishes on another, with two windows open and nothing lost, and submits it with a declaration", async () => {
    await head.goto(home);
    await follow(head, "Heron Hill School");
    const list = head.url();
    const links = await head.getByRole("main").locator(".govuk-task-list__link").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
    const [first = "", second = ""] = links;
    const other = await head.context().newPage();
    await other.goto(first);
    await head.goto(first);
    await head.getByLabel("What will be done").fill("Train every governor.");
    await head.getByLabel("Who does it").fill("Chair of governors");
    await fillDate(head, "actionDueOn", ["31", "12", "2026"]);
    await press(head, "Save and come back later");
    await other.getByLabel("Evidence").fill("Typed in the other window.");
    await press(other, "Save and continue");
    expect(await summary(other)).toContain("Somebody else saved this answer first");
    expect(await other.getByLabel("Evidence").inputValue()).toBe("Typed in the other window.");
    expect(await main(other)).toContain("Train every governor.");
    await expectAccessible(other, "assessments-answer-stale");
    await other.close();
    for (const link of [second, ...links.slice(2)]) {
      await head.goto(link);
      await head.getByLabel("Evidence").fill("Looked at this year, with the records of it.");
      await head.getByRole("radio", { name: "Met", exact: true }).check();
      await press(head, "Save and continue");
    }
    expect(await heading(head)).toBe("Check your answers");
    await press(head, "Submit the return");
    expect(await summary(head)).toContain("Tick the box to declare it");
    await expectAccessible(head, "assessments-check");
    await head.getByLabel("I submit this return for Heron Hill School").check();
    await press(head, "Submit the return");
    expect(await flash(head)).toContain("The return is submitted, with 1 action.");
    expect(await main(head)).toContain("by the Headteacher, Heron Hill School");
    await expectAccessible(head, "assessments-return-submitted");
    expect((await head.goto(first))?.status()).toBe(409);
    await head.goto(list);
  });
});

describe("somebody who speaks for another school", () => {
  test("sees none of it", async () => {
    await stranger.goto(home);
    expect(await main(stranger)).not.toContain("Heron Hill");
    const { pathname } = new URL(head.url());
    for (const path of [pathname, `${pathname}/check`, `${pathname}/standards/governance`]) expect((await stranger.goto(path))?.status(), path).toBe(404);
    const [action] = await portal.database.sql<{ id: string }[]>`select id from portal.actions`;
    expect((await stranger.goto(`${home}/actions/${action?.id ?? ""}`))?.status()).toBe(404);
    await stranger.goto(`${home}/actions`);
    expect(await main(stranger)).toContain("There is no action yet.");
    const [round] = await portal.database.sql<{ id: string }[]>`select id from portal.assessment_rounds`;
    for (const path of [round?.id ?? "", `${round?.id ?? ""}.csv`, `${round?.id ?? ""}/themes`]) expect((await stranger.goto(`${home}/${path}`))?.status(), path).toBe(403);
  });
});

describe("a delegated safeguarding partner", () => {
  test("samples the return, challenges a standard and records an action", async () => {
    await delegate.goto(home);
    await follow(delegate, "Section 175 return 2026 to 2027");
    await press(delegate, "Draw a sample");
    await delegate.getByLabel("How many to draw").fill("x");
    await press(delegate, "Draw the sample");
    expect(await summary(delegate)).toContain("Enter how many to draw");
    await expectAccessible(delegate, "assessments-draw");
    await delegate.getByLabel("How many to draw").fill("1");
    await press(delegate, "Draw the sample");
    expect(await main(delegate)).toContain("In the sample");
    await follow(delegate, "Heron Hill School");
    await delegate.getByRole("link", { name: /Challenge it.on Online safety/ }).click();
    await press(delegate, "Ask it");
    expect(await summary(delegate)).toContain("Enter the question");
    await expectAccessible(delegate, "assessments-challenge-new");
    await delegate.getByLabel("Your question").fill("When were the filters last checked?");
    await press(delegate, "Ask it");
    expect(await flash(delegate)).toContain("Heron Hill School is asked.");
  });

  test("reads the school’s answer, accepts it with a rating beside the school’s own, and records an action", async () => {
    await head.goto("/portal/alderwick");
    await follow(head, "Answer a question about the self-assessment of Heron Hill School");
    await press(head, "Answer");
    await head.getByLabel("Your answer").fill("In 2024. It is planned again.");
    await press(head, "Send the answer");
    expect(await main(head)).toContain("In 2024. It is planned again.");
    await delegate.goto("/portal/alderwick");
    await follow(delegate, "Accept what Heron Hill School answered, or ask again");
    await expectAccessible(delegate, "assessments-challenge");
    await press(delegate, "Ask again");
    await delegate.getByLabel("What is still open").fill("By when?");
    await press(delegate, "Ask again");
    expect(await main(delegate)).toContain("Waits for the agency");
    await head.reload();
    await press(head, "Answer");
    await head.getByLabel("Your answer").fill("By the end of November.");
    await press(head, "Send the answer");
    await delegate.reload();
    await press(delegate, "Accept the answer");
    await press(delegate, "Accept the answer");
    expect(await summary(delegate)).toContain("Say how you rate it");
    await expectAccessible(delegate, "assessments-accept");
    await delegate.getByLabel("Partly met").check();
    await delegate.getByLabel("Why you accept it").fill("A day is named.");
    await press(delegate, "Accept the answer");
    expect(await main(delegate)).toMatch(/Met[\s\S]*Moderated rating, beside the agency’s own: Partly met/);
    await press(delegate, "Record an action");
    await press(delegate, "Record the action");
    expect(await summary(delegate)).toContain("Say what is to be done");
    await expectAccessible(delegate, "assessments-action-new");
    await delegate.getByLabel("What is to be done").fill("Check the filters and say what changed.");
    await delegate.getByLabel("Who does it").fill("Designated safeguarding lead");
    await fillDate(delegate, "dueOn", ["30", "11", "2026"]);
    await press(delegate, "Record the action");
    expect(await flash(delegate)).toContain("The action is recorded, and the agency told.");
  });

  test("closes the action once the school proposes it as done", async () => {
    await head.goto(`${home}/actions`);
    await expectAccessible(head, "assessments-actions");
    await follow(head, "Check the filters and say what changed.");
    await press(head, "Note progress");
    await head.getByLabel("How far it is").fill("The supplier comes next week.");
    await press(head, "Keep the note");
    await manager.goto(new URL(head.url()).pathname);
    await press(manager, "Move the day");
    await fillDate(manager, "dueOn", ["15", "12", "2026"]);
    await manager.getByLabel("Why").fill("The supplier is late.");
    await expectAccessible(manager, "assessments-action-move");
    await press(manager, "Move the day");
    await head.reload();
    expect(await main(head)).toContain("First due 30 November 2026");
    await press(head, "Propose it as done");
    await head.getByLabel("What shows that it is done").fill("The report of the check, with two changes.");
    await press(head, "Propose it as done");
    expect(await head.getByRole("main").getByRole("button", { name: "Close it" }).count()).toBe(0);
    await delegate.goto("/portal/alderwick");
    await follow(delegate, "Close an action of Heron Hill School, or ask for more");
    await expectAccessible(delegate, "assessments-action");
    await press(delegate, "Close it");
    await delegate.getByLabel("What convinces you").fill("The report shows it.");
    await expectAccessible(delegate, "assessments-action-close");
    await press(delegate, "Close it");
    expect(await flash(delegate)).toContain("The action is closed.");
    expect(await main(delegate)).toMatch(/Recorded by[\s\S]*Progress by[\s\S]*Date moved[\s\S]*Proposed as done[\s\S]*Closed by/);
  });
});

describe("the figures", () => {
  test("say who returned, what they say, and the same in the file", async () => {
    await manager.goto(home);
    expect(await main(manager)).toContain("1 of 3 (33%)");
    await expectAccessible(manager, "assessments-rounds");
    await follow(manager, "Section 175 return 2026 to 2027");
    expect(await main(manager)).toMatch(/Education and childcare\s+2\s+1\s+0\s+1\s+0\s+0\s+1\s+50%/);
    await manager.getByLabel("How far it is").selectOption({ label: "Challenged" });
    await press(manager, "Show");
    expect(await main(manager)).toContain("1 return");
    await expectAccessible(manager, "assessments-round");
    await press(manager, "See what they say");
    expect(await main(manager)).toContain("Weakest is “Governors and proprietors”: 0% rate it “Met”");
    expect(await main(manager)).toMatch(/Online safety\s+1\s+0\s+0\s+0\s+0\s+100%\s+1 lower\s+1/);
    await expectAccessible(manager, "assessments-themes");
    await manager.getByLabel("Kind of work").selectOption({ label: "Voluntary, faith and sport" });
    await press(manager, "Show");
    expect(await main(manager)).toMatch(/Nothing is measured yet[\s\S]*Not measured/);
    const { pathname } = new URL(manager.url());
    const csv = await (await manager.request.get(`${portal.origin}${pathname.replace("/themes", ".csv")}`)).text();
    expect(csv.split("\r\n").find((line) => line.startsWith("Heron Hill School"))).toContain("Submitted,2026-09-07,0,no,no,yes,1,0,Partly met,");
  });
});
