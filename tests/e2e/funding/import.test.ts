import { readFile } from "node:fs/promises";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, addRepresentative, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** A year's lines from a file, in four screens, and back again. */

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

const year = "2026-27";
const alert = (page: Page) => page.getByRole("alert").innerText();

describe("lines from a file", () => {
  let partnership: TestPartnership;
  let page: Page;
  const path = `/portal/alderwick/funding/${year}`;
  const see = (name: string) => expectAccessible(page, `funding-import-${name}`);
  const send = async (file: string | Buffer, name = "lines.csv") => {
    await page.getByLabel("The file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(file) });
    await press(page, "Check this file");
    await page.waitForLoadState("load");
  };
  const download = async (name: RegExp) => {
    const saved = page.waitForEvent("download");
    await follow(page, name);
    return readFile(await (await saved).path(), "utf8");
  };

  beforeAll(async () => {
    partnership = await addPartnership(portal.database.sql, "alderwick");
    await portal.database.sql`insert into portal.funding_years (partnership_id, year) values (${partnership.id}, ${year})`;
    page = await signedInPage(browser, portal.origin, partnership.businessManager);
  });
  afterAll(async () => {
    await page.context().close();
  });

  test("screen 1: guidance, a template, and the file", async () => {
    await page.goto(path);
    await follow(page, "Take contributions from a file");
    expect(await heading(page)).toBe("Take contributions from a file");
    await see("upload");
    const template = await download(/^the template/);
    expect(template.replace("\u{FEFF}", "").split("\r\n")[0]).toBe("id,contributor,sector,payer,form,amount,invoiced,received,children_percent,purpose,ring_fenced,note");
    await press(page, "Check this file");
    expect(await alert(page)).toContain("Choose a file that ends in .csv");
    await send(template);
    expect(await heading(page)).toBe("The file needs putting right");
    expect(await main(page)).toContain("This is the example of the template");
  });

  test("screen 2: a file as a whole, and its columns by name", async () => {
    await page.goto(`${path}/contributions/import`);
    await send(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "lines.xlsx");
    expect(await alert(page)).toContain("lines.xlsx: The file is not text. Save it from the spreadsheet as CSV");
    await page.getByLabel("They are removed").check();
    await send("id,contributer,sector\n,Cafcass,cafcass\n");
    const told = await alert(page);
    expect(told).toContain("Missing: contributor, payer, form, amount");
    expect(told).toContain("Row 1 names columns that are not known here: contributer");
    expect(await page.getByLabel("They are removed").isChecked()).toBe(true);
    await see("upload-refused");
  });

  test("screen 3: rows with where, what and how; the file is given back with a column that says it", async () => {
    await page.goto(`${path}/contributions/import`);
    await send(`contributor;id;sector;payer;form;amount;invoiced;received;children_percent;purpose;ring_fenced;note\r${partnership.seats[0]?.organisation ?? ""};;;;Cash;"1,200.50";;;50%;;no;\rCafcass;;cafcass;;cash;lots;;;;;;\rAlderwick School;;;;in kind;;;;;;maybe;"A note\nin two lines"\r`);
    expect(await heading(page)).toBe("The file needs putting right");
    const told = await main(page);
    for (const words of ["5 things are wrong", "One other row is right", "The amount must be an amount in pounds, like 1,200.50", "Whether it is ring-fenced must be yes or no", "Describe the help in kind"]) expect(told).toContain(words);
    await see("errors");
    const given = await download(/^Download your file/);
    expect(given).toContain(",Cafcass,cafcass,,cash,lots,,,,,,,\"amount: The amount must be an amount in pounds, like 1,200.50. What was agreed");
    await press(page, "Choose the corrected file");
    await send(given.replace(",lots,", ",£550.00,").replace("in kind,,", "in kind,Not valued,").replace(",,maybe,", ",A room for training,no,").replace("Alderwick School,,", "Alderwick School,education,"));
    expect(await heading(page)).toBe("Check before taking it in");
    expect(await main(page)).toMatch(/New\s+3\s+Changed\s+0\s+Unchanged\s+0\s+Removed\s+0/);
    expect(await main(page)).toContain("Alderwick School: A room for training");
    await see("preview");
  });

  test("screen 4: what was done; the export sent back changes nothing", async () => {
    await press(page, "Take this file in");
    expect(await heading(page)).toBe("The file is taken in");
    expect(await main(page)).toMatch(/Added\s+3/);
    await see("result");
    await press(page, "Open the year");
    expect(await main(page)).toContain("£1,200.50");
    const exported = await download(/^Download contributions/);
    await page.goto(`${path}/contributions/import`);
    await page.getByLabel("They are removed").check();
    await send(exported);
    expect(await main(page)).toContain("Everything in this file is on record already.");
    await see("nothing");
    await page.getByRole("link", { name: "Choose another file" }).click();
    expect(await main(page)).toContain("Taken in");
    await see("upload-again");
    await page.getByLabel("They are removed").check();
    await send(exported.replace(/\r\n[^\r]*Alderwick School[^\r]*\r\n/, "\r\n").replace("550.00", "600.00") + ",cafcass,cafcass,,cash,1,,,,,,\r\n");
  });

  test("a line like another is ticked first; and all of it is undone", async () => {
    expect(await main(page)).toMatch(/New\s+1\s+Changed\s+1\s+Unchanged\s+1\s+Removed\s+1/);
    expect(await main(page)).toMatch(/Cafcass[\s\S]*amount\s+550\.00\s+600\.00/);
    await see("preview-changes");
    await press(page, "Take this file in");
    expect(await alert(page)).toContain("Row 4, cafcass, is like a line that is there already");
    await see("preview-question");
    await page.getByLabel(/^Row 4, “cafcass”/).check();
    await press(page, "Take this file in");
    expect(await heading(page)).toBe("The file is taken in");
    await press(page, "Undo this file");
    expect(await flash(page)).toContain("3 lines are as before the file.");
    expect(await heading(page)).toBe("This file was undone");
    await see("undone");
    await follow(page, "Open the year");
    const shown = await main(page);
    expect(shown).toContain("£550");
    expect(shown).toContain("Alderwick School");
    expect(shown).not.toContain("£600");
  });

  test("spending likewise, and a long file in pages", async () => {
    await follow(page, "Take spending lines from a file");
    const rows = Array.from({ length: 120 }, (_, at) => `,Training,Course ${String(at + 1)},£${String(at)}.50,,,`);
    await send(["id,category,description,budget,actual,children_percent,note", ...rows, ...rows].join("\n"), "A file with a rather long name, as people give them 2026-27 (final) (2).csv");
    expect(await main(page)).toContain("Lines that are like another (120)");
    await see("long");
    await page.getByRole("navigation", { name: "Pages of new lines" }).getByRole("link", { name: "Page 5" }).click();
    expect(await main(page)).toContain("Row 241");
    await page.getByLabel("All 120 are right, although each is like another").check();
    await press(page, "Take this file in");
    expect(await main(page)).toMatch(/Added\s+240/);
  });

  test("only those who read drafts have the whole list; only the business manager sends a file", async () => {
    const { sql } = portal.database;
    const agency = await addRepresentative(sql, partnership.id, "agency-contact");
    const [file] = await sql<{ id: string }[]>`select id from portal.funding_imports where partnership_id = ${partnership.id} limit 1`;
    const status = async (token: string, to: string) => (await fetch(`${portal.origin}${path}/${to}`, { headers: { cookie: `session=${token}` } })).status;
    expect(await status(agency.token, "contributions.csv")).toBe(403);
    expect(await status(partnership.delegate.token, "contributions.csv")).toBe(200);
    expect(await status(partnership.delegate.token, `spending/import/${file?.id ?? ""}`)).toBe(403);
    expect(await status(partnership.businessManager.token, "spending/import/nothing")).toBe(404);
  });

  test("a file of 5 MB arrives; a larger one is told so", async () => {
    const { token } = partnership.businessManager;
    const answer = async (size: number) => {
      const body = new FormData();
      body.set("submission", "00000000-0000-4000-8000-000000000001");
      body.set("file", new Blob(["x".repeat(size)]), "lines.csv");
      const response = await fetch(`${portal.origin}${path}/spending/import`, { method: "POST", body, headers: { cookie: `session=${token}`, origin: portal.origin, "sec-fetch-site": "same-origin" } });
      return { status: response.status, html: await response.text() };
    };
    expect(await answer(5_000_000)).toMatchObject({ status: 422, html: expect.stringContaining("Row 1 must name these columns") });
    expect(await answer(5_000_001)).toMatchObject({ status: 422, html: expect.stringContaining("lines.csv is larger than 5 MB. Divide it") });
  });
});
