import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, heading } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const summary = (page: Page) => page.locator(".govuk-error-summary").innerText();

describe.each([{ javaScript: false }, { javaScript: true }])("drafting with JavaScript $javaScript", ({ javaScript }) => {
  let partnership: TestPartnership;
  let page: Page;
  const consoleErrors: string[] = [];
  const path = (rest = "") => `/portal/${partnership.slug}/arrangements${rest}`;
  const open = (person: TestPerson) => signedInPage(browser, portal.origin, person, { javaScript });
  // axe itself is a script; without scripts the very same HTML was sent.
  const see = async (shown: Page, name: string) => {
    if (javaScript) await expectAccessible(shown, `drafting-${name}`);
  };
  const openSection = async (title: string, by = page) => {
    await by.goto(path());
    await by.getByRole("link", { name: title }).first().click();
  };

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, javaScript ? "oakridge" : "birchmere", ["local-authority", "icb", "icb", "police"]);
    page = await open(partnership.businessManager);
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("Failed to load resource")) consoleErrors.push(message.text());
    });
  });

  afterAll(() => {
    expect(consoleErrors).toEqual([]);
  });

  test("an empty draft says what starting it creates, and starts", async () => {
    await page.goto(path());
    expect(await page.locator("main").innerText()).toContain("Working Together to Safeguard Children 2026");
    await see(page, "not-started");
    const reader = await open(partnership.scrutineer);
    await reader.goto(path());
    expect(await reader.getByRole("button", { name: "Start drafting" }).count()).toBe(0);

    await page.getByRole("button", { name: "Start drafting" }).click();
    expect(await flash(page)).toContain("The draft is started, with 25 sections to write.");
    expect(await page.locator("#section-1-status").innerText()).toBe("Empty");
    await see(page, "started");
  });

  test("a section is written, saved and previewed with the records filled in", async () => {
    await openSection("Identifying and responding to need");
    await see(page, "editor-empty");
    await page.getByLabel("Title").fill("Early help");
    await page.getByLabel("Text", { exact: true }).fill("## Who we are\n\nWe are {{partnership-name}}.\n\n{{lead-partners}}\n\n{{nobody}}");
    await page.getByRole("button", { name: "Save and preview" }).click();
    expect(await heading(page)).toBe("1. Early help");
    expect(await flash(page)).toContain("“Early help” is saved.");
    expect(await page.locator(".prose").innerText()).toContain(`We are ${partnership.name}.`);
    expect(await page.locator(".prose table").innerText()).toContain(partnership.seats[0]?.lead.name);
    expect(await page.locator("main").innerText()).toContain("asks for a record that does not exist here");
    await see(page, "preview-problem");

    await page.getByRole("button", { name: "Change this section" }).click();
    await page.getByLabel("Text", { exact: true }).fill("## Who we are\n\nWe are {{partnership-name}}.\n\n{{lead-partners}}");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await heading(page)).toBe("Early help");
    await see(page, "editor");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await flash(page)).toContain("Nothing had changed since the last save.");
    await page.goto(path());
    expect(await page.locator("#section-1-status").innerText()).toBe("Written");
  });

  test("a form with mistakes comes back with what was typed", async () => {
    await openSection("Independent scrutiny");
    await page.getByLabel("Title").fill("");
    await page.getByLabel("Text", { exact: true }).fill("Kept words.\u202eHidden");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await summary(page)).toContain("Enter a title for the section");
    expect(await summary(page)).toContain("hidden mark that changes the direction");
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toContain("Kept words.");
    await see(page, "editor-errors");
  });

  test("two people change one section: both texts are shown and neither is lost", async () => {
    const other = await open(partnership.delegate);
    await openSection("Partnership chair");
    await openSection("Partnership chair", other);
    await other.getByLabel("Text", { exact: true }).fill("The chair is chosen by the three leads every year.\n\nA second paragraph that both have.\n\nThe end.");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByLabel("Text", { exact: true }).fill("The chair is chosen by all four leads every two years.\n\nA second paragraph that both have.\n\nThe end.");
    await page.getByRole("button", { name: "Save", exact: true }).click();

    expect(await summary(page)).toContain(`${partnership.delegate.name} saved this section while you were writing`);
    expect(await page.getByLabel("Your text").inputValue()).toContain("all four leads");
    expect(await page.getByLabel(/^Text saved by/).inputValue()).toContain("the three leads");
    expect(await page.locator(".differences del").allInnerTexts()).not.toEqual([]);
    await see(page, "conflict");

    await page.getByRole("button", { name: "Save mine over it" }).click();
    expect(await flash(page)).toContain("is saved");
    const kept = await portal.database.sql<{ body: string }[]>`
      select r.body from portal.section_revisions r join portal.sections s on s.id = r.section_id
      where s.partnership_id = ${partnership.id} and s.title = 'Partnership chair' order by r.revision`;
    expect(kept.map((row) => row.body.slice(0, 35))).toEqual(["", "The chair is chosen by the three le", "The chair is chosen by all four lea"]);

    await other.getByLabel("Text", { exact: true }).fill("Theirs again.");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await other.getByRole("link", { name: "Keep theirs and drop mine" }).click();
    expect(await other.getByLabel("Text", { exact: true }).inputValue()).toContain("all four leads");
  });

  test("a section removed while somebody writes it keeps their text and can be put back with it", async () => {
    const other = await open(partnership.delegate);
    await openSection("Business support");
    await openSection("Business support", other);
    await other.getByRole("link", { name: "Remove this section" }).click();
    await other.getByRole("button", { name: "Remove the section" }).click();
    await page.getByLabel("Text", { exact: true }).fill("Two people run the office.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await summary(page)).toContain("removed this section while you were writing");
    await page.getByRole("button", { name: "Put it back with my text" }).click();
    expect(await flash(page)).toContain("“Business support” is saved.");
    expect(await page.getByLabel("Text", { exact: true }).inputValue()).toBe("Two people run the office.");
  });

  test("details that two people change show both, and are saved over or kept", async () => {
    const other = await open(partnership.delegate);
    await page.goto(path("/details"));
    await other.goto(path("/details"));
    await other.getByLabel("Title").fill("How we keep children safe together");
    await other.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Title").fill("Working together");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await summary(page)).toContain("Somebody else saved other details while you were writing");
    expect(await page.locator(".panel-box").innerText()).toContain("How we keep children safe together");
    expect(await page.getByLabel("Title").inputValue()).toBe("Working together");
    await see(page, "details-conflict");
    await page.getByRole("button", { name: "Save mine over it" }).click();
    expect(await flash(page)).toContain("The details are saved.");
  });

  test("sections are moved by buttons, from the keyboard too, and focus stays with the section", async () => {
    await page.goto(path());
    await page.getByRole("link", { name: "Move or remove sections" }).click();
    await see(page, "order");
    expect(await page.locator(".order__title").first().innerText()).toBe("1. Early help");
    await page.getByRole("button", { name: "Move down “Early help”" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("“Early help” is now section 2 of 25.").waitFor();
    expect(page.url()).toMatch(/#down-/);
    await page.getByRole("button", { name: "Move up “Early help”" }).press("Enter");
    await page.getByText("“Early help” is now section 1 of 25.").waitFor();
    expect(page.url()).toMatch(/#down-/);
    if (javaScript) expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Move down “Early help”");
  });

  test("the partnership's own section is added where it belongs, removed, and put back", async () => {
    await page.goto(path());
    await page.getByRole("link", { name: "Add a section" }).click();
    await page.getByRole("button", { name: "Add the section" }).click();
    expect(await summary(page)).toContain("Enter a title for the section");
    await page.getByLabel("Title").fill("Private fostering");
    await page.getByLabel("Where it stands").selectOption({ label: "After 1. Early help" });
    await see(page, "section-new");
    await page.getByRole("button", { name: "Add the section" }).click();
    expect(await heading(page)).toBe("Private fostering");
    expect(await page.locator("main").innerText()).toContain("This is your own section");

    await page.getByRole("link", { name: "Remove this section" }).click();
    await see(page, "section-remove");
    await page.getByRole("button", { name: "Remove the section" }).click();
    expect(await flash(page)).toContain("“Private fostering” is removed. Its text is kept.");
    await page.getByRole("link", { name: "Private fostering" }).click();
    await see(page, "section-removed");
    await page.getByRole("button", { name: "Put the section back" }).click();
    expect(await flash(page)).toContain("is back, as the last section");
    await page.getByRole("link", { name: "Remove this section" }).click();
    await page.getByRole("button", { name: "Remove the section" }).click();
  });

  test("a should item is declared not covered; a must item cannot be", async () => {
    await page.goto(path());
    await page.getByRole("table").getByRole("link", { name: "Youth custody and residential homes" }).click();
    await see(page, "item");
    await page.getByRole("link", { name: "say why it is not covered" }).click();
    await page.getByRole("button", { name: "Declare it not covered" }).click();
    expect(await summary(page)).toContain("Say why this is not covered, in at least 5 characters");
    await page.getByLabel("Your reason").fill("There is no youth custody in the area.");
    await see(page, "gap");
    await page.getByRole("button", { name: "Declare it not covered" }).click();
    expect(await page.locator("main").innerText()).toContain("Declared not covered.");
    await see(page, "item-gap");
    await page.goto(path());
    expect(await page.getByRole("table").innerText()).toContain("Not covered: There is no youth custody in the area.");
    await page.goto(path("/items/needs/gap"));
    expect(await page.locator("main").innerText()).toContain("it cannot be declared not covered");
    expect(await page.getByRole("button", { name: "Declare it not covered" }).count()).toBe(0);
    await page.goto(path("/items/custody-residential"));
    await page.getByRole("button", { name: "Withdraw this reason" }).click();
    expect(await flash(page)).toContain("The reason is withdrawn.");
  });

  test("details come back with their errors, then are saved", async () => {
    await page.goto(path("/details"));
    await fillDate(page, "inForceFrom", "31", "2", "2026");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await summary(page)).toContain("must be a real date");
    await see(page, "details-errors");
    await fillDate(page, "inForceFrom", "1", "9", "2026");
    await fillDate(page, "nextReviewOn", "1", "9", "2025");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await summary(page)).toContain("must be after the date the arrangements are in force from");
    await fillDate(page, "nextReviewOn", "1", "9", "2027");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await flash(page)).toContain("The details are saved.");
    expect(await page.locator("main").innerText()).toContain("1 September 2027");
  });

  test("what is missing stops a freeze, with links to each place; then it is frozen with reasons", async () => {
    await page.goto(path("/readiness"));
    await see(page, "readiness");
    await page.goto(path("/freeze"));
    expect(await page.locator("main").innerText()).toContain("Not ready yet");
    expect(await page.getByRole("button", { name: "Freeze version 1 for signature" }).count()).toBe(0);
    await see(page, "freeze-blocked");

    await portal.database.sql`
      update portal.sections set body = 'We do this together, and say here how.', revision = revision + 1 where partnership_id = ${partnership.id} and body = ''`;
    const [police] = partnership.seats.slice(-1);
    await portal.database.sql`update portal.appointments set ends_on = '2026-01-01', ended_at = access.clock(), end_reason = 'Left' where id = ${police?.leadAppointmentId ?? ""}`;
    await page.goto(path());
    await see(page, "ready");
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    await see(page, "freeze");
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(await summary(page)).toContain("Give a reason of at least 5 characters");
    await page.getByLabel(/is vacant/).fill("The new chief constable starts on Monday.");
    await page.getByLabel("Nobody has reviewed this draft.").fill("All three partners read it together.");
    await see(page, "freeze-reasons");

    const other = await open(partnership.delegate);
    await openSection("Early help", other);
    await other.getByLabel("Text", { exact: true }).fill("Changed at the last minute.");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(await summary(page)).toContain("The draft was changed since you opened this page");
    expect(await page.getByLabel(/is vacant/).inputValue()).toBe("The new chief constable starts on Monday.");

    await page.getByRole("button", { name: "Freeze version 1 for signature" }).click();
    expect(page.url()).toContain("/arrangements/versions/1");
    expect(await flash(page)).toContain("Version 1 is frozen and awaits signatures.");
    await page.goto(path());
    expect(await page.locator("main .govuk-body-l").first().innerText()).toMatch(/version 1 awaiting 4 of 4 signatures/);
    await see(page, "draft-awaiting");
  });

  test("those who read see the draft without the means to change it", async () => {
    const reader = await open(partnership.scrutineer);
    await reader.goto(path());
    const main = await reader.locator("main").innerText();
    expect(main).not.toContain("Add a section");
    expect(main).not.toContain("Change the details");
    await reader.getByRole("link", { name: "1. Early help" }).click();
    expect(await reader.locator(".prose").innerText()).toContain("Changed at the last minute.");
    expect(await reader.getByRole("button", { name: "Change this section" }).count()).toBe(0);
    await see(reader, "reader-preview");
    for (const page of ["/details", "/sections", "/sections/new", "/freeze", "/items/education/gap"]) {
      expect((await reader.goto(path(page)))?.status(), page).toBe(403);
    }
    const lead = await open(partnership.seats[0]?.lead ?? partnership.chair);
    expect((await lead.goto(path()))?.status()).toBe(200);
    expect((await lead.goto(path("/sections")))?.status()).toBe(403);
  });
});

async function fillDate(page: Page, name: string, day: string, month: string, year: string): Promise<void> {
  await page.locator(`[name="${name}-day"]`).fill(day);
  await page.locator(`[name="${name}-month"]`).fill(month);
  await page.locator(`[name="${name}-year"]`).fill(year);
}
