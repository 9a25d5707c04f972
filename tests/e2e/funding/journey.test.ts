import type { Browser, Page } from "playwright-core";
import { getDocumentProxy, extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { SignedContent } from "#app/domain/documents/text/content.ts";
import { phoneCode, setPassword, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, addSession, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/**
 * Money from nothing to an outturn, by clicking and without JavaScript: a partnership of two councils takes one year from a
 * file and types the next, its four leads sign the budget, it is published, varied, and closed; and what the public reads,
 * downloads and checks is the same to the penny.
 */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let leads: TestAccount[];
let manager: Page;
let reader: Page;

const slug = "alderwick";
const funding = `/portal/${slug}/funding`;
const budget = `/portal/${slug}/budget-2026-27`;
const publicPath = `/partnerships/${slug}/funding`;

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-04-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, slug, ["local-authority", "local-authority", "icb", "police"]);
  leads = [];
  for (const seat of ours.seats) leads.push(await setPassword(portal.database.sql, seat.lead));
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager, { javaScript: false });
  reader = await (await browser.newContext({ javaScriptEnabled: false, baseURL: portal.origin })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** The page that a form leads to. */
async function answered(page: Page, button: string | RegExp): Promise<void> {
  const loaded = page.waitForEvent("load");
  await press(page, button);
  await loaded;
}

async function addContribution(values: { who: string; amount: string; payer?: string; name?: string; kind?: string }): Promise<void> {
  await manager.goto(`${funding}/2026-27/contributions/new`);
  await manager.getByLabel("Who contributes").selectOption({ label: values.who });
  if (values.name) await manager.getByLabel("Name, if it is somebody else").fill(values.name);
  if (values.kind) await manager.getByLabel("What kind of body, if it is somebody else").selectOption({ label: values.kind });
  if (values.payer) await manager.getByLabel("Who pays, if it is somebody else (optional)").fill(values.payer);
  await manager.getByLabel("Cash", { exact: true }).check();
  await manager.getByLabel(/^Amount agreed/).fill(values.amount);
  await answered(manager, "Add the line");
  expect(await flash(manager)).toContain("The line is added.");
}

async function addSpending(kind: string, what: string, amount: string): Promise<void> {
  await manager.goto(`${funding}/2026-27/spending/new`);
  await manager.getByLabel("What kind of spending").selectOption({ label: kind });
  await manager.getByLabel("What is paid for").fill(what);
  await manager.getByLabel("In the budget").fill(amount);
  await answered(manager, "Add the line");
}

async function openYear(label: string): Promise<void> {
  await manager.goto(funding);
  await manager.getByRole("main").getByRole("button", { name: "Open a financial year" }).click();
  await manager.getByLabel(label, { exact: true }).check();
  await manager.getByLabel("No, begin empty").check();
  await answered(manager, "Open the year");
}

async function takeFile(list: "contributions" | "spending", csv: string): Promise<void> {
  await manager.goto(`${funding}/2025-26/${list}/import`);
  await manager.getByLabel("The file").setInputFiles({ name: `${list}.csv`, mimeType: "text/csv", buffer: Buffer.from(csv) });
  await answered(manager, "Check this file");
  await answered(manager, "Take this file in");
}

const csvSum = (csv: string, column: string): number => {
  const [head = "", ...rows] = csv.replace(/^\uFEFF/, "").trim().split("\r\n");
  const at = head.split(",").indexOf(column);
  const lines = rows.filter((row) => row.startsWith("line,"));
  return lines.reduce((sum, row) => sum + Math.round(Number(row.split(",")[at]) * 100), 0);
};
const fetched = async (path: string): Promise<Response> => {
  const answer = await fetch(portal.origin + path);
  expect(answer.status, path).toBe(200);
  return answer;
};
/** What somebody who asks the public addresses for the year finds as its total in cash, in pence, in each place. */
async function publicTotals(column: string): Promise<Record<string, number>> {
  const csv = await (await fetched(`${publicPath}/2026-27/contributions.csv`)).text();
  const json = (await (await fetched(`${publicPath}/2026-27.json`)).json()) as { totalsPence: { cash: number }; tables: { contributions: { row: string; variedPence: number; receivedPence: number }[] } };
  const rows = json.tables.contributions.filter((row) => row.row === "line");
  return { csv: csvSum(csv, column), json: json.totalsPence.cash, rows: rows.reduce((sum, row) => sum + (column === "received" ? row.receivedPence : row.variedPence), 0) };
}

describe("a year of money", () => {
  test("the year before comes from two files, and its outturn is published as not signed here", async () => {
    await openYear("2025 to 2026");
    await takeFile("contributions", "contributor,sector,payer,form,amount,invoiced,received,children_percent,purpose,ring_fenced,note,id\r\nAlderwick Council 1,,,cash,\"£60,000.00\",60000,60000.00,,Core,no,,\r\nAlderwick Police 4,,The Mayor of Alder,cash,40000,40000,\"40,000\",,Core,no,,\r\n");
    await takeFile("spending", "category,description,budget,actual,children_percent,note,id\nstaffing,The team,98500.00,98500,,,\n");
    const chair = await signedInPage(browser, portal.origin, ours.chair, { javaScript: false });
    await manager.goto(`${funding}/2025-26/details`);
    await manager.getByLabel("Brought forward from the year before").fill("0");
    await answered(manager, "Save");
    await chair.goto(`${funding}/2025-26/outturn`);
    expect(await main(chair)).toContain("No budget of this year was signed here.");
    await answered(chair, "Publish the outturn of 2025 to 2026");
    await reader.goto(publicPath);
    expect(await heading(reader)).toBe("Funding, 2025 to 2026");
    expect(await main(reader)).toMatch(/The partners gave £100,000 in cash[\s\S]*These figures were not signed here[\s\S]*Paid by The Mayor of Alder/);
  });

  test("the next is typed, with a payer that is no partner", async () => {
    await openYear("2026 to 2027");
    await addContribution({ who: "Alderwick Council 1", amount: "£61,000.25" });
    await addContribution({ who: "Alderwick Council 2", amount: "20,000.50" });
    await addContribution({ who: "Alderwick ICB 3", amount: "30000" });
    await addContribution({ who: "Alderwick Police 4", amount: "41,000.10", payer: "The Mayor of Alder" });
    await addContribution({ who: "Somebody else, named below", name: "Alder Probation", kind: "Probation", amount: "550" });
    await addSpending("Staffing", "The team", "120,000");
    await addSpending("Independent scrutiny", "The scrutineer", "30,000.85");
    await manager.goto(`${funding}/2026-27/details`);
    await manager.getByLabel("Total in cash that the partners agreed").fill("152,550.80");
    await manager.getByLabel("Brought forward from the year before").fill("1,500");
    await manager.getByLabel(/^Why the shares/).fill("Each gives by the number of children it serves.");
    await manager.getByLabel("What the figures do not include, and why").fill("Officers' time is not valued.");
    await manager.getByLabel("A change in the year needs a new signed version from").fill("5,000");
    await answered(manager, "Save");
  });

  test("its budget cannot be frozen while a total does not sum, and says by how much", async () => {
    await manager.goto(budget);
    await answered(manager, "Start drafting");
    await manager.goto(`${budget}/details`);
    await fillDate(manager, "inForceFrom", ["1", "4", "2026"]);
    await fillDate(manager, "nextReviewOn", ["1", "2", "2027"]);
    await answered(manager, /^Save/);
    await manager.goto(`${budget}/freeze`);
    expect(await main(manager)).toContain("The contributions in cash sum to £152,550.85, which is £0.05 more than the £152,550.80 that the partners agreed");
    await manager.goto(`${funding}/2026-27/details`);
    await manager.getByLabel("Total in cash that the partners agreed").fill("152,550.85");
    await answered(manager, "Save");
    await manager.goto(`${budget}/freeze`);
    await manager.getByLabel("Nobody has reviewed this draft.").fill("The four finance directors read it together.");
    await answered(manager, /^Freeze version 1/);
    expect(await main(manager)).toContain("Awaiting 4 of 4 signatures");
  });

  test("all four leads sign it from their home pages, and it is published", async () => {
    for (const lead of leads) {
      const page = await signedInPage(browser, portal.origin, lead, { javaScript: false });
      await page.goto(`/portal/${slug}`);
      await follow(page, "Sign the budget for 2026 to 2027, version 1");
      expect(await main(page)).toMatch(/Your organisation gives\s+£[\d,.]+ in cash, [\d.]+% of the £152,550\.85 that all give/);
      expect(await main(page)).toContain("£152,550.85 in cash and £1,500 brought forward, less £150,000.85 of spending: £4,050 is carried forward");
      await page.getByLabel(/^I have read this budget and agree to it/).check();
      await page.getByLabel(/^I understand that my signature/).check();
      await page.getByLabel("Your password").fill(testPassword);
      await page.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, lead));
      await answered(page, "Sign version 1");
      expect(await heading(page)).toBe("You signed version 1");
    }
    await manager.goto(`${budget}/versions/1/publish`);
    await answered(manager, "Publish version 1");
    expect(await flash(manager)).toContain("Version 1 is published");
  });

  test("page, CSV, JSON, PDF and the signed bytes agree to the penny", async () => {
    await reader.goto(publicPath);
    expect(await heading(reader)).toBe("Funding, 2026 to 2027");
    const words = await main(reader);
    expect(words).toContain("The partners agreed to give £152,550.85 in cash. That is £52,550.85 (52.6%) more than the year before.");
    expect(words).toContain("by all four lead safeguarding partners on 7 April 2026");
    expect(await reader.getByRole("row", { name: /^Total in cash/ }).first().innerText()).toContain("£152,550.85");
    expect(words).toContain("£4,050"); // 152,550.85 + 1,500 − 150,000.85
    expect(await reader.content()).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(await publicTotals("varied")).toEqual({ csv: 152_550_85, json: 152_550_85, rows: 152_550_85 });

    const data = (await (await fetched(`${publicPath}/2026-27.json`)).json()) as { signed: { sha256: string } };
    const content = (await (await fetched(`/verify/${data.signed.sha256}/content.json`)).json()) as SignedContent;
    expect(content.budget?.totals).toMatchObject({ cashPence: 152_550_85, spendingPence: 150_000_85, carriedForwardPence: 4_050_00 });
    expect(await reader.locator(`a[href$="/verify/${data.signed.sha256}"]`).count()).toBeGreaterThan(0);
    const pdf = await getDocumentProxy(new Uint8Array(await (await fetched(`/partnerships/${slug}/budget-2026-27.pdf`)).arrayBuffer()));
    const { text } = await extractText(pdf, { mergePages: true });
    for (const amount of ["£152,550.85", "£61,000.25", "£41,000.10", "£150,000.85", "£4,050"]) expect(text).toContain(amount);
  });

  test("a change in the year follows, and is public with its reason", async () => {
    await portal.database.setClock("2026-07-01T09:00:00Z");
    manager = await signedInPage(browser, portal.origin, { ...ours.businessManager, ...(await addSession(portal.database.sql, ours.businessManager.personId)) }, { javaScript: false });
    await manager.goto(`${funding}/2026-27`);
    await follow(manager, "Alderwick ICB 3");
    await follow(manager, "Record a change in the year");
    await manager.getByLabel("New amount for the year").fill("31,234.56");
    await fillDate(manager, "on", ["1", "7", "2026"]);
    await manager.getByLabel("Why", { exact: true }).fill("The board pays for an analyst one day a week.");
    await answered(manager, "Record and publish the change");
    await reader.goto(publicPath);
    expect(await main(reader)).toMatch(/£153,785\.41 in cash[\s\S]*The board pays for an analyst one day a week\./);
    expect(await publicTotals("varied")).toEqual({ csv: 153_785_41, json: 153_785_41, rows: 153_785_41 });
  });

  test("and then the outturn, line by line against what was signed and varied", async () => {
    await portal.database.setClock("2027-04-20T09:00:00Z");
    const again = async (person: { personId: string; name: string; email: string }) => signedInPage(browser, portal.origin, { ...person, ...(await addSession(portal.database.sql, person.personId)) }, { javaScript: false });
    manager = await again(ours.businessManager);
    await manager.goto(`${funding}/2026-27/contributions/amounts`);
    for (const [name, amount] of [["Alderwick Council 1", "61,000.25"], ["Alderwick Council 2", "20,000.50"], ["Alderwick ICB 3", "31,234.56"], ["Alderwick Police 4", "40,000.10"], ["Alder Probation", "0"]] as const) await manager.getByLabel(`Received, ${name}, in pounds`).fill(amount);
    await answered(manager, "Save all");
    await manager.goto(`${funding}/2026-27/spending/amounts`);
    await manager.getByLabel("Spent, The team, in pounds").fill("118,000");
    await manager.getByLabel("Spent, The scrutineer, in pounds").fill("30,000.85");
    await answered(manager, "Save all");
    await manager.goto(`${funding}/2026-27/reconcile`);
    expect(await main(manager)).toContain("3 lines differ from what was agreed or are not provided; 3 are open.");
    await manager.getByLabel("Why The team differs").fill("A post was vacant in the spring.");
    await answered(manager, "Save the explanations");
    const chair = await again(ours.chair);
    await chair.goto(`${funding}/2026-27/outturn`);
    expect(await main(chair)).toContain("2 are published as open");
    await answered(chair, "Publish the outturn of 2026 to 2027");
    await reader.goto(publicPath);
    const words = await main(reader);
    expect(words).toMatch(/The partners gave £152,235\.41 in cash/);
    expect(words).toContain("3 lines came out differently from what was agreed; 2 are not explained yet.");
    expect(words).toContain("A post was vacant in the spring.");
    expect(await publicTotals("received")).toEqual({ csv: 152_235_41, json: 152_235_41, rows: 152_235_41 });
    const spending = await (await fetched(`${publicPath}/2026-27/spending.csv`)).text();
    expect(csvSum(spending, "spent")).toBe(148_000_85);
  });
});
