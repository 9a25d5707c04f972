import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { publishBudget } from "#tests/support/funding.ts";
import { fillDate, heading } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** The lines of a year, kept by hand: by whoever may. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let manager: Page;

const funding = "/portal/alderwick/funding";
const main = (page: Page) => page.getByRole("main");
/** Presses a button of a form, and waits for the page that answers it. */
const press = async (page: Page, name: string) => {
  const answered = page.waitForEvent("load");
  await main(page).getByRole("button", { name, exact: true }).click();
  await answered;
};
const summary = (page: Page) => page.getByRole("alert").innerText();

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-06-15T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick", ["local-authority", "local-authority", "icb", "police"]);
  await portal.database.sql`insert into portal.funding_years (partnership_id, year) values (${ours.id}, '2027-28')`;
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the lines of a year", () => {
  test("an empty year says what will be here", async () => {
    await manager.goto(`${funding}/2027-28`);
    expect(await main(manager).innerText()).toContain("No contribution is recorded yet.");
    await expectAccessible(manager, "funding-year-empty");
  });

  test("a contribution that cannot be right comes back with everything typed", async () => {
    await main(manager).getByRole("button", { name: "Add a contribution" }).click();
    await manager.getByLabel("Who contributes").selectOption({ label: "Alderwick Police 4" });
    await manager.getByLabel("Who pays, if it is somebody else (optional)").fill("The Police and Crime Commissioner");
    await manager.getByLabel("Cash", { exact: true }).check();
    await manager.getByLabel(/^Amount agreed/).fill("1,20");
    await manager.getByLabel("How much of it is for children").fill("150");
    await press(manager, "Add the line");
    expect(await summary(manager)).toContain("The amount must be an amount in pounds, like 1,200.50: check the commas and the point");
    expect(await summary(manager)).toContain("must be a percentage from 0 to 100");
    expect(await manager.getByLabel("Who pays, if it is somebody else (optional)").inputValue()).toBe("The Police and Crime Commissioner");
    expect(await manager.getByLabel(/^Amount agreed/).inputValue()).toBe("1,20");
    await expectAccessible(manager, "funding-contribution-errors");
  });

  test("and is added once it is", async () => {
    await manager.getByLabel(/^Amount agreed/).fill("£25,000.50");
    await manager.getByLabel("How much of it is for children").fill("50%");
    await press(manager, "Add the line");
    expect(await main(manager).innerText()).toContain("The line is added.");
    const row = main(manager).getByRole("row", { name: /Alderwick Police 4/ });
    expect(await row.innerText()).toMatch(/paid by The Police and Crime Commissioner[\s\S]*50%[\s\S]*£25,000\.50[\s\S]*Not provided/);
  });

  test("help in kind is described, valued or not, and apart from cash", async () => {
    await main(manager).getByRole("button", { name: "Add a contribution" }).click();
    await manager.getByLabel("Who contributes").selectOption({ label: "Somebody else, named below" });
    await manager.getByLabel("In kind", { exact: true }).check();
    await press(manager, "Add the line");
    for (const problem of ["Enter who contributes", "Choose what kind of body it is", "Say whether a value was put on it", "Describe the help in kind"]) expect(await summary(manager)).toContain(problem);
    await manager.getByLabel("Name, if it is somebody else").fill("Alder Probation");
    await manager.getByLabel("What kind of body, if it is somebody else").selectOption("probation");
    await manager.getByLabel("No, it is described only").check();
    await manager.getByLabel(/^What it is for/).fill("An officer for two days a month");
    await press(manager, "Add the line");
    const table = main(manager).getByRole("table", { name: "In kind, not part of the cash" });
    expect(await table.innerText()).toContain("Not valued");
    expect(await main(manager).getByRole("row", { name: /Total in cash/ }).innerText()).toContain("£25,000.50");
  });

  test("a line like another is questioned before it is added", async () => {
    await main(manager).getByRole("button", { name: "Add a spending line" }).click();
    await manager.getByLabel("What kind of spending").selectOption("staffing");
    await manager.getByLabel("What is paid for").fill("The team");
    await manager.getByLabel("In the budget").fill("20000");
    await press(manager, "Add the line");
    await main(manager).getByRole("button", { name: "Add a spending line" }).click();
    await manager.getByLabel("What kind of spending").selectOption("staffing");
    await manager.getByLabel("What is paid for").fill("The Team");
    await press(manager, "Add the line");
    expect(await summary(manager)).toContain("There is a line like this already: The team");
    await expectAccessible(manager, "funding-spending-repeated");
    await manager.getByLabel("I have looked at the other line: both are right").check();
    await press(manager, "Add the line");
    expect(await main(manager).getByRole("row", { name: /^The team/i }).count()).toBe(2);
  });

  test("one of them is removed again", async () => {
    await main(manager).getByRole("link", { name: "The Team", exact: true }).click();
    await main(manager).getByRole("link", { name: "Remove this line" }).click();
    await expectAccessible(manager, "funding-line-remove");
    await press(manager, "Remove the line");
    expect(await main(manager).getByRole("row", { name: /^The team/i }).count()).toBe(1);
  });

  test("many amounts are changed in one form; what is wrong is said beside each", async () => {
    await main(manager).getByRole("link", { name: /Change many amounts at once of contributions/ }).click();
    await expectAccessible(manager, "funding-amounts");
    await manager.getByLabel(/^Agreed, Alderwick Police 4/).fill("-5");
    await manager.getByLabel(/^Invoiced, Alderwick Police 4/).fill("12,500.25");
    await press(manager, "Save all");
    expect(await summary(manager)).toContain("Agreed cannot be less than £0");
    expect(await manager.getByLabel(/^Invoiced, Alderwick Police 4/).inputValue()).toBe("12,500.25");
    await expectAccessible(manager, "funding-amounts-errors");
    await manager.getByLabel(/^Agreed, Alderwick Police 4/).fill("25,000.50");
    await press(manager, "Save all");
    expect(await main(manager).innerText()).toContain("1 line is saved.");
    expect(await main(manager).getByRole("row", { name: /Alderwick Police 4/ }).innerText()).toContain("£12,500.25");
  });

  test("the statements and figures beside the lines", async () => {
    await main(manager).getByRole("link", { name: "Change these" }).click();
    await manager.getByLabel("Brought forward from the year before").fill("(300)");
    await manager.getByLabel("Children who live in the area (optional)").fill("69,000");
    await press(manager, "Save");
    expect(await summary(manager)).toContain("Say where the number of children is from");
    await expectAccessible(manager, "funding-details");
    await manager.getByLabel("Where that number is from").fill("ONS mid-year estimate 2024");
    await manager.getByLabel(/^Why the shares/).fill("By size.\n\nAnd by need.");
    await press(manager, "Save");
    expect(await main(manager).innerText()).toMatch(/Brought forward\s+−£300/);
    await expectAccessible(manager, "funding-year");
  });

  test("two people changing one line lose nothing", async () => {
    const line = main(manager).getByRole("link", { name: "The team" });
    await line.click();
    const other = await signedInPage(browser, portal.origin, ours.businessManager);
    await other.goto(manager.url());
    await other.getByLabel("In the budget").fill("21,000");
    await press(other, "Save");
    await manager.getByLabel("In the budget").fill("22,000");
    await press(manager, "Save");
    expect(await summary(manager)).toContain("Somebody else changed this line first");
    expect(await manager.getByLabel("In the budget").inputValue()).toBe("22,000");
  });
});

describe("who sees and changes what", () => {
  test("a delegate changes what the own body gives, and nothing else", async () => {
    const delegate = await signedInPage(browser, portal.origin, ours.delegate);
    await delegate.goto(`${funding}/2027-28`);
    expect(await main(delegate).getByRole("link", { name: "Alderwick Police 4" }).count()).toBe(0);
    await main(delegate).getByRole("button", { name: "Add a contribution" }).click();
    expect(await main(delegate).innerText()).toMatch(/From Alderwick (Council|ICB) \d/);
    await delegate.getByLabel("Cash", { exact: true }).check();
    await delegate.getByLabel(/^Amount agreed/).fill("100,000");
    await expectAccessible(delegate, "funding-own-line");
    await press(delegate, "Add the line");
    expect(await main(delegate).innerText()).toContain("£100,000");
  });

  test("a contact of an agency sees the own lines alone", async () => {
    const contact = await addRepresentative(portal.database.sql, ours.id, "agency-contact");
    const page = await signedInPage(browser, portal.origin, contact);
    await page.goto(`${funding}/2027-28`);
    expect(await main(page).innerText()).not.toContain("Police");
    await main(page).getByRole("link", { name: "Add what your body gives" }).click();
    await page.getByLabel("Cash", { exact: true }).check();
    await page.getByLabel(/^Amount agreed/).fill("550");
    await press(page, "Add the line");
    expect(await main(page).getByRole("row", { name: /Vale Probation/ }).innerText()).toContain("£550");
    await expectAccessible(page, "funding-own-lines");
    await page.goto(funding);
    expect(await main(page).innerText()).toMatch(/2027 to 2028[\s\S]*Vale Probation[\s\S]*£550/);
    expect(await main(page).innerText()).not.toMatch(/Police|at a glance/);
    await expectAccessible(page, "funding-own-index");
    expect((await page.goto(`${funding}/2027-28/spending/new`))?.status()).toBe(403);
  });
});

describe("a change after the budget is signed", () => {
  test("is dated, has its reason, and says whether it needs a signature", async () => {
    await publishBudget(portal.database, ours, "2026-27");
    await manager.goto(`${funding}/2026-27`);
    expect(await main(manager).innerText()).toContain("The budget is signed by every lead safeguarding partner");
    await main(manager).getByRole("link", { name: /^Alderwick Council 1/ }).click();
    await main(manager).getByRole("link", { name: "Record a change in the year" }).click();
    await press(manager, "Record and publish the change");
    for (const problem of ["Enter the new amount", "Enter the day from which it holds", "Say why the amount changes"]) expect(await summary(manager)).toContain(problem);
    await expectAccessible(manager, "funding-vary-errors");
    await manager.getByLabel("New amount for the year").fill("101,000");
    await fillDate(manager, "on", ["1", "7", "2026"]);
    await manager.getByLabel("Why", { exact: true }).fill("A rise in pay from July.");
    await press(manager, "Record and publish the change");
    expect(await main(manager).innerText()).toContain("counts from now on");
    expect(await main(manager).getByRole("table", { name: "Cash" }).getByRole("row", { name: /Alderwick Council 1.*£100,000.*£101,000/ }).count()).toBe(1);
    await expectAccessible(manager, "funding-year-varied");
  });

  test("a line that is added is such a change too", async () => {
    await main(manager).getByRole("button", { name: "Add a contribution" }).click();
    await manager.getByLabel("Who contributes").selectOption({ label: "Alderwick Police 4" });
    await manager.getByLabel("Cash", { exact: true }).check();
    await manager.getByLabel(/^Amount agreed/).fill("9,000");
    await manager.getByLabel(/^What it is for/).fill("A researcher");
    await press(manager, "Add the line");
    expect(await summary(manager)).toContain("Say why the line is added");
    await fillDate(manager, "on", ["1", "9", "2026"]);
    await manager.getByLabel("Why", { exact: true }).fill("The force joins the shared budget.");
    await expectAccessible(manager, "funding-added-in-year");
    await press(manager, "Add the line");
    expect(await heading(manager)).toBe("Funding, 2026 to 2027");
    expect(await main(manager).innerText()).toContain("Counts once a new version of the budget is signed");
  });
});
