import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { main } from "#tests/support/on-page.ts";
import { addOrganisation, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { freezeDraft, signedInPage } from "#tests/support/signing.ts";

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

const typeDate = async (page: Page, [day, month, year]: [string, string, string]) => {
  await page.getByLabel("Day", { exact: true }).fill(day);
  await page.getByLabel("Month", { exact: true }).fill(month);
  await page.getByLabel("Year", { exact: true }).fill(year);
};

describe("the statutory partners change", () => {
  const slug = "aldermoor";
  let ours: TestPartnership;
  let icbSeat: string;
  const see = (page: Page, name: string) => expectAccessible(page, `partners-${name}`);
  const signedIn = (person: TestPerson) => signedInPage(browser, portal.origin, person);
  const agreeAs = async (person: TestPerson, address: string) => {
    const page = await signedIn(person);
    await page.goto(address);
    await page.getByRole("link", { name: /^Agree for / }).first().click();
    await see(page, "agree");
    await page.getByRole("button", { name: /^Agree for / }).click();
    return page;
  };

  beforeAll(async () => {
    ours = await addPublicPartnership(portal.database, slug);
    icbSeat = ours.seats.find((seat) => seat.kind === "icb")?.id ?? "";
  });

  test("a body that has ended is followed by its successor in one step, which two bodies agree to", async () => {
    const successor = await addOrganisation(portal.database.sql, "icb", `NHS ${slug} and Wolds ICB`);
    await portal.database.sql`update portal.organisations set valid_to = '2026-03-31', successor_id = ${successor} where id = (select organisation_id from portal.seats where id = ${icbSeat})`;
    await freezeDraft(portal.database.sql, ours);
    const icb = ours.seats.find((seat) => seat.id === icbSeat);
    const page = await signedIn(ours.businessManager);
    await page.goto(`/portal/${slug}`);
    for (const words of [`Deal with the succession of ${icb?.organisation ?? ""}`, `Its successor is NHS ${slug} and Wolds ICB`, "Ended on 31 March 2026"]) expect(await main(page)).toContain(words);
    await see(page, "home");
    await page.getByRole("link", { name: "People", exact: true }).click();
    expect(await main(page)).toContain(`${icb?.organisation ?? ""} ended on 31 March 2026; its successor is NHS ${slug} and Wolds ICB.`);
    await see(page, "people");
    await page.getByRole("link", { name: /^Deal with the succession/ }).click();
    for (const words of [icb?.lead.name ?? "", "Version 1 of the arrangements", "closed on the day"]) expect(await main(page)).toContain(words);
    await page.getByRole("button", { name: "Propose the succession" }).click();
    const errors = await page.locator(".govuk-error-summary").innerText();
    for (const words of ["Choose who goes on in the successor", "Give the reason: it is published"]) expect(errors).toContain(words);
    await see(page, "succession-errors");
    await page.getByLabel(`${icb?.lead.name ?? ""} as lead`, { exact: false }).check();
    await page.getByLabel("Why").fill("The two boards became one on 1 April 2026.");
    await see(page, "succession");
    await page.getByRole("button", { name: "Propose the succession" }).click();
    expect(await main(page)).toContain("Proposed. The leads who are asked have been told.");
    const address = page.url();
    await see(page, "proposal");
    await page.goto(`/portal/${slug}/people/succession/${icbSeat}`);
    expect(await main(page)).toContain("already proposed");
    await agreeAs(ours.seats[0]?.lead ?? ours.chair, address);
    const last = await agreeAs(icb?.lead ?? ours.chair, address);
    expect(await main(last)).toContain("it is done");
    await see(last, "carried-out");
    await page.goto(`/portal/${slug}/arrangements/versions/1`);
    expect(await main(page)).toContain("closed because the statutory partners who must sign changed");
    await see(page, "version-closed");
    await page.goto(`/partnerships/${slug}`);
    expect(await main(page)).toContain(`${icb?.organisation ?? ""} until 31 March 2026, then NHS ${slug} and Wolds ICB. Why: The two boards became one on 1 April 2026.`);
    await see(page, "public");
    await page.goto(`/partnerships/${slug}/people?on=2026-03-31`);
    expect(await page.locator("ul.seats").first().innerText()).toContain(icb?.organisation ?? "");
    await page.goto(`/partnerships/${slug}/people?on=2026-04-01`);
    expect(await page.locator("ul.seats").first().innerText()).toContain(`NHS ${slug} and Wolds ICB`);
    await page.goto(`/portal/${slug}/people`);
    expect(await main(page)).not.toContain("ended on 31 March 2026");
  });

  test("a further partner is proposed from the list of bodies, and the end of one; the last of its kind stays", async () => {
    const page = await signedIn(ours.businessManager);
    await page.goto(`/portal/${slug}/people`);
    await page.getByText("Add or end a statutory partner").click();
    await page.getByRole("link", { name: "Propose a further statutory partner" }).click();
    await page.getByRole("button", { name: "Propose" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Choose the body that becomes a partner");
    await see(page, "add-errors");
    await page.getByLabel("Which body").selectOption("E54000068");
    await typeDate(page, ["1", "4", "2019"]);
    await page.getByLabel("Why").fill("It covers two wards since the boundary moved.");
    await page.getByRole("button", { name: "Propose" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Enter today’s date or a later one");
    await typeDate(page, ["1", "4", "2040"]);
    await see(page, "add");
    await page.getByRole("button", { name: "Propose" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("NHS Norfolk and Suffolk Integrated Care Board as a further statutory partner");
    const council = ours.seats[0];
    await page.goto(`/portal/${slug}/people/partners/${council?.id ?? ""}/end`);
    await see(page, "end");
    await typeDate(page, ["1", "4", "2040"]);
    await page.getByLabel("Why").fill("The council is dissolved by order.");
    await page.getByRole("button", { name: "Propose" }).click();
    expect(await main(page)).toContain("Each kind of partner must remain");
    await see(page, "last-of-its-kind");
  });
});
