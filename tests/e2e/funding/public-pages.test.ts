import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishOutturn } from "#app/domain/funding/publish-outturn.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { publishBudget } from "#tests/support/funding.ts";
import { flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, addSession, submission, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** What anybody reads of the money, what is compared, and what becomes of it when it is taken down. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let reader: Page;
let manager: Page;

const funding = "/portal/alderwick/funding";

/** Signs the partnership's people in again, now that the clock has moved. */
async function signInAgain(): Promise<void> {
  const { businessManager, chair } = ours;
  ours = { ...ours, businessManager: { ...businessManager, ...(await addSession(portal.database.sql, businessManager.personId)) }, chair: { ...chair, ...(await addSession(portal.database.sql, chair.personId)) } };
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
}

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-04-10T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick", ["local-authority", "icb", "police"]);
  await publishBudget(portal.database, ours, "2026-27");
  const other = await addPartnership(portal.database.sql, "birchmoor", ["local-authority", "icb", "police"]);
  await publishBudget(portal.database, other, "2026-27");
  await Promise.all([ours, other].map(republishDirectory));
  browser = await launchBrowser();
  reader = await (await browser.newContext({ baseURL: portal.origin })).newPage();
  await signInAgain();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("anybody", () => {
  test("comes from the partnership's page to its money, with no script but the description for search engines", async () => {
    await reader.goto("/partnerships/alderwick");
    await follow(reader, /Funding/);
    expect(await heading(reader)).toBe("Funding, 2026 to 2027");
    expect(await main(reader)).toContain("The partners agreed to give £100,000 in cash.");
    const scripts = await reader.locator("script").evaluateAll((found) => found.map((each) => each.getAttribute("type")));
    expect(scripts).toEqual(["application/ld+json"]);
    for (const picture of await reader.locator("figure svg").all()) expect(await picture.getAttribute("aria-label")).not.toBe("");
    expect(await reader.locator("figure svg").count()).toBeGreaterThan(0);
    await expectAccessible(reader, "funding-public-budget");
  });

  test("finds a file beside every table, as the data package says", async () => {
    const description = (await (await fetched("/partnerships/alderwick/funding/2026-27/datapackage.json")).json()) as { resources: { name: string; path: string; schema: { fields: { name: string }[] } }[] };
    expect(description.resources.map((each) => each.name)).toEqual(["contributions", "in-kind", "spending", "variations", "years"]);
    for (const { path, schema } of description.resources) {
      const csv = await (await fetched(new URL(path).pathname)).text();
      expect(csv.replace(/^\uFEFF/, "").split("\r\n")[0]).toBe(schema.fields.map((field) => field.name).join(","));
    }
    expect((await fetch(`${portal.origin}/partnerships/alderwick/funding/2019-20`)).status).toBe(404);
    expect((await fetch(`${portal.origin}/partnerships/alderwick/funding/2026-27/salaries.csv`)).status).toBe(404);
  });

  test("compares the partnerships of this site, and can order them", async () => {
    await reader.goto("/funding");
    expect(await main(reader)).toMatch(/Alderwick[\s\S]*£100,000[\s\S]*Birchmoor[\s\S]*£100,000/i);
    await expectAccessible(reader, "funding-national");
    const csv = await (await fetched("/funding.csv?year=2026-27&order=descending")).text();
    expect(csv.indexOf("birchmoor")).toBeLessThan(csv.indexOf("alderwick"));
  });
});

const fetched = async (path: string): Promise<Response> => {
  const answer = await fetch(portal.origin + path);
  expect(answer.status, path).toBe(200);
  return answer;
};

/** Presses a button of a form and waits for the page that answers it. */
async function send(page: Page, button: string): Promise<void> {
  const answered = page.waitForEvent("load");
  await press(page, button);
  await answered;
}

describe("the business manager", () => {
  test("sees the year at a glance, and which others can be opened", async () => {
    await manager.goto(funding);
    expect(await main(manager)).toContain("£100,000");
    await expectAccessible(manager, "funding-finance");
    await press(manager, "Open a financial year");
    await expectAccessible(manager, "funding-open");
    await send(manager, "Open the year");
    expect(await manager.getByRole("alert").innerText()).toContain("There is a problem");
    await expectAccessible(manager, "funding-open-errors");
  });

  test("reconciles, and cannot publish an outturn of a year that is not over", async () => {
    await manager.goto(`${funding}/2026-27/reconcile`);
    await expectAccessible(manager, "funding-reconcile-empty");
    expect((await manager.goto(`${funding}/2026-27/outturn`))?.status()).toBe(200);
    expect(await main(manager)).toContain("31 March 2027");
    expect(await manager.getByRole("button", { name: /^Publish the outturn/ }).count()).toBe(0);
    await expectAccessible(manager, "funding-outturn-early");
  });

  test("is told which line has no amount when the outturn cannot be published yet", async () => {
    await portal.database.setClock("2027-04-20T09:00:00Z");
    await signInAgain();
    await manager.goto(`${funding}/2026-27/outturn`);
    expect(await main(manager)).toMatch(/The team/);
    await expectAccessible(manager, "funding-outturn-incomplete");
    expect((await publishOutturn(ours.chair.actor, { partnershipId: ours.id, year: "2026-27", note: null }, submission())).ok).toBe(false);
  });

  test("enters what came, explains what differs, and publishes it again with a reason", async () => {
    await manager.goto(`${funding}/2026-27/contributions/amounts`);
    for (const box of await manager.getByLabel(/^Received, /).all()) await box.fill("0");
    await manager.getByLabel(/^Received, Alderwick Council 1/).fill("99,000.01");
    await send(manager, "Save all");
    await manager.goto(`${funding}/2026-27/spending/amounts`);
    await manager.getByLabel(/^Spent, The team/).fill("98,000");
    await send(manager, "Save all");
    await manager.goto(`${funding}/2026-27/reconcile`);
    await manager.getByLabel(/^Why Alderwick Council 1/).fill("An invoice was disputed.");
    await expectAccessible(manager, "funding-reconcile");
    await send(manager, "Save the explanations");
    await manager.goto(`${funding}/2026-27/outturn`);
    await expectAccessible(manager, "funding-outturn");
    await send(manager, "Publish the outturn of 2026 to 2027");
    await manager.goto(`${funding}/2026-27/outturn`);
    await send(manager, "Publish the outturn of 2026 to 2027 again");
    expect(await manager.getByRole("alert").innerText()).toContain("There is a problem");
    await expectAccessible(manager, "funding-outturn-again");
    await reader.goto("/partnerships/alderwick/funding/2026-27");
    expect(await main(reader)).toMatch(/£99,000\.01 in cash[\s\S]*An invoice was disputed\.[\s\S]*Open: not yet explained/);
    await expectAccessible(reader, "funding-public-outturn");
  });

  test("takes what is published down; nothing of it can be read, and what is published next stands", async () => {
    await manager.goto(`${funding}/2026-27/take-down`);
    await send(manager, "Take it down now");
    expect(await manager.getByRole("alert").innerText()).toContain("There is a problem");
    await expectAccessible(manager, "funding-take-down-errors");
    await manager.getByLabel(/reason/i).first().fill("A note named a child.");
    await send(manager, "Take it down now");
    expect(await flash(manager)).toContain("is taken down");
    const page = await reader.goto("/partnerships/alderwick/funding/2026-27");
    expect(page?.status()).toBe(410);
    expect(await main(reader)).toContain("A note named a child.");
    expect(await reader.content()).not.toContain("An invoice was disputed.");
    await expectAccessible(reader, "funding-public-taken-down");
    for (const file of ["2026-27.json", "2026-27/contributions.csv", "2026-27/datapackage.json"]) {
      const answer = await fetch(`${portal.origin}/partnerships/alderwick/funding/${file}`);
      expect([file, answer.status]).toEqual([file, 410]);
      expect(await answer.text()).not.toContain("disputed");
    }
    await manager.goto(`${funding}/2026-27/outturn`);
    await manager.getByLabel(/^Why/).fill("Published again without the note.");
    await send(manager, "Publish the outturn of 2026 to 2027 again");
    expect((await reader.goto("/partnerships/alderwick/funding/2026-27"))?.status()).toBe(200);
    expect(await main(reader)).toContain("Published again without the note.");
  });
});
