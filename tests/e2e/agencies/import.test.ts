import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { type Cells, giasColumns, giasFile, giasText } from "#tests/support/register-files.ts";
import { signedInPage } from "#tests/support/signing.ts";

/** Six hundred schools from the national register: proposed, named, followed through the next year's file, and back. */

let portal: TestPortal;
let browser: Browser;
let ours: TestPartnership;
let page: Page;
let area: { name: string; code: string };

const register = "/portal/alderwick/agencies";
const summary = () => page.getByRole("alert").innerText();

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  ours = await addPartnership(portal.database.sql, "alderwick");
  await republishDirectory(ours);
  const [found] = await portal.database.sql<{ name: string; code: string }[]>`select o.name, o.code from portal.partnership_areas a join portal.organisations o on o.id = a.organisation_id where a.partnership_id = ${ours.id}`;
  if (!found) throw new Error("no area");
  area = found;
  browser = await launchBrowser();
  page = await signedInPage(browser, portal.origin, ours.businessManager);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const phases = ["Nursery", "Primary", "Primary", "Primary", "Secondary", "All-through"];

/** Six hundred schools of ours, of two kinds and several phases, and some hundreds elsewhere; `changes` by place. */
function schools(changes: Readonly<Record<number, Cells>> = {}): Cells[] {
  const ofOurs = Array.from({ length: 600 }, (_, at) => ({
    "LA (name)": area.name,
    "GSSLACode (name)": area.code,
    "PhaseOfEducation (name)": phases[at % phases.length] ?? "",
    ...(at % 3 === 0 ? { "TypeOfEstablishment (name)": "Academy converter", "Trusts (code)": "2345", "Trusts (name)": "Alder Learning Trust" } : {}),
    ...changes[at],
  }));
  return [...ofOurs, ...Array.from({ length: 300 }, () => ({ "LA (code)": "998", "LA (name)": "Elsewhere", "GSSLACode (name)": "X09000009" }))];
}

async function send(source: string, file: Uint8Array | string, name = "edubasealldata20260901.csv"): Promise<void> {
  await page.goto(`${register}/import`);
  await page.getByLabel(source, { exact: true }).check();
  await page.getByLabel("The file", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(file) });
  const answered = page.waitForEvent("load");
  await press(page, "Check this file");
  await answered;
}

const gias = "Get Information about Schools";

describe("a file of the register of schools", () => {
  test("is chosen on a page that says where it comes from; what is missing is said beside its field", async () => {
    await page.goto(register);
    await press(page, "Take agencies from a file");
    expect(await heading(page)).toBe("Take agencies from a file");
    const answered = page.waitForEvent("load");
    await press(page, "Check this file");
    await answered;
    expect(await summary()).toMatch(/Say which register the file is of[^]*Choose the file/);
    await expectAccessible(page, "agencies-import-upload");
  });

  test("of another layout is refused by the names of the columns that are missing; other columns do not matter", async () => {
    await send(gias, giasText([{}], giasColumns.filter((name) => name !== "URN" && name !== "OpenDate")));
    expect(await summary()).toContain("These columns are not in row 1: “URN”, “OpenDate”.");
    await send(gias, "not a register at all");
    expect(await summary()).toContain("These columns are not in row 1");
    expect(await page.getByLabel(gias, { exact: true }).isChecked()).toBe(true);
  });

  test("is shown before anything changes, and proposes six hundred schools", async () => {
    await send(gias, giasFile(schools()));
    expect(await heading(page)).toBe("Check before taking it in");
    expect(await main(page)).toMatch(/The register as it was on 1 September 2026[^]*The file has 900 rows\. Of these 300 are outside your areas/);
    expect(await main(page)).toMatch(/New\s*600\s*to be proposed/);
    await expectAccessible(page, "agencies-import-preview");
    await press(page, "Take this file in");
    expect(await heading(page)).toBe("The file is taken in");
    await expectAccessible(page, "agencies-import-result");
    await page.goto(register);
    expect(await main(page)).toContain("0 agencies are named, 600 proposed and 0 withdrawn.");
  });

  test("whose schools are named with a reason for each category: the list, CSV and JSON agree", async () => {
    await page.goto(`${register}/name`);
    await page.getByLabel("Why they are chosen").nth(0).fill("Every academy here teaches children of the area.");
    await page.getByLabel("Why they are chosen").nth(1).fill("Every maintained school here teaches children of the area.");
    await page.getByText("See them, and leave some out").first().click();
    await page.getByLabel("Alder School 0", { exact: true }).check();
    await expectAccessible(page, "agencies-name-600");
    await press(page, "Name the agencies of the categories that are ticked");
    expect(await flash(page)).toContain("599 agencies are named and published.");
    const list = await (await fetch(`${portal.origin}/partnerships/alderwick/agencies`)).text();
    expect(list).toContain("599 relevant agencies are named");
    const json = (await (await fetch(`${portal.origin}/partnerships/alderwick/agencies.json`)).json()) as { agencies: { legal_name: string; reason: string }[] };
    const csv = (await (await fetch(`${portal.origin}/partnerships/alderwick/agencies.csv`)).text()).trim().split("\r\n");
    expect([json.agencies.length, csv.length - 1]).toEqual([599, 599]);
    expect(json.agencies.map((each) => each.legal_name)).not.toContain("Alder School 0");
  });

  test("says how much of what is open is named, here and in public, and what was not measured", async () => {
    await page.goto(register);
    await page.getByRole("navigation", { name: "Relevant agencies" }).getByRole("link", { name: "Coverage" }).click();
    const text = await main(page);
    expect(text).toContain("599 of the 600 schools and colleges that were open on 1 September 2026 are named (99%).");
    expect(text).toMatch(/Early years settings\s*Not measured\./);
    await expectAccessible(page, "agencies-coverage");
    await page.goto("/partnerships/alderwick/agencies");
    expect(await main(page)).toContain("599 of the 600 schools and colleges that were open on 1 September 2026 are named (99%). Early years settings: not measured, because no list of them was compared.");
    await page.getByRole("link", { name: "By phase and type" }).click();
    expect(await page.getByRole("img").count()).toBe(1);
    await expectAccessible(page, "agencies-public-600");
  });

  test("of the next year shows what changed, what closed, and what only a person can decide", async () => {
    await send(gias, giasFile(schools({ 1: { EstablishmentName: "Alder School One" }, 2: { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2026" }, 4: { "LA (code)": "998", "LA (name)": "Elsewhere", "GSSLACode (name)": "X09000009" } })));
    const text = await main(page);
    expect(text).toMatch(/Agencies that closed \(1\)[^]*Alder School 2[^]*31 August 2026/);
    expect(text).toMatch(/Agencies that change \(1\)[^]*Legal name\s*Alder School 1\s*Alder School One/);
    expect(text).toMatch(/For you to decide afterwards \(2\)[^]*It is closed\. Withdraw it[^]*It is outside the partnership’s area now: in Elsewhere/);
    await expectAccessible(page, "agencies-import-again");
    await press(page, "Take this file in");
    expect(await (await fetch(`${portal.origin}/partnerships/alderwick/agencies?q=Alder+School+One`)).text()).toContain("Alder School One");
    await press(page, "Undo this file");
    expect(await flash(page)).toContain("2 agencies are as before the file.");
    expect(await heading(page)).toBe("This file was undone");
  });

  test("leads from what is open and not in the register to a proposal", async () => {
    // Of two files of one register the later one counts.
    await portal.database.setClock("2026-09-07T09:10:00Z");
    await send(gias, giasFile([...schools().slice(0, 600), { "LA (name)": area.name, "GSSLACode (name)": area.code, EstablishmentName: "Otter Brook Independent School", "TypeOfEstablishment (name)": "Other independent school" }]));
    await page.getByLabel("Independent educational institution (proprietor)").uncheck();
    await press(page, "Take this file in");
    await page.getByRole("heading", { name: "The file is taken in" }).waitFor();
    await page.goto(`${register}/coverage/gias`);
    expect(await main(page)).toContain("Open in the area, not in the register (1)");
    const answered = page.waitForEvent("load");
    await press(page, "Propose those that are ticked");
    await answered;
    expect(await summary()).toContain("Tick the settings to propose");
    await page.getByLabel("Otter Brook Independent School").check();
    await expectAccessible(page, "agencies-gaps");
    await press(page, "Propose those that are ticked");
    expect(await flash(page)).toContain("1 setting is proposed.");
    expect(await main(page)).toContain("Every setting on the list is in the register.");
  });

  test("can be forgotten", async () => {
    await send(gias, giasFile(schools({ 1: { EstablishmentName: "Alder School One" } })));
    await press(page, "Forget this file");
    expect(await flash(page)).toContain("edubasealldata20260901.csv is forgotten. Nothing of it was taken in.");
  });
});

describe("the register itself as a file", () => {
  test("goes out and in again without a change; what is wrong comes back row by row", async () => {
    await page.goto(register);
    const saved = page.waitForEvent("download");
    await follow(page, "Download these agencies (CSV)");
    const csv = await readFile(await (await saved).path(), "utf8");
    await send("This register", csv, "alderwick-agencies.csv");
    expect(await main(page)).toContain("Everything in this file is on record already. There is nothing to take in.");
    await send("This register", csv.replaceAll(",Named", ",Withdrawn"), "alderwick-agencies.csv");
    expect(await heading(page)).toBe("The file needs putting right");
    expect(await main(page)).toContain("599 things are wrong with this file, so nothing of it is taken in.");
    await expectAccessible(page, "agencies-import-errors");
    const back = page.waitForEvent("download");
    await follow(page, /^Download your file with a column/);
    expect(await readFile(await (await back).path(), "utf8")).toContain("status: A file does not name, propose or withdraw an agency.");
  });
});

test("an upload that breaks off leaves nothing, and one too large is refused before it comes", async () => {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const { hostname, port } = new URL(portal.origin);
  const head = (length: number) => `POST ${register}/import HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${String(length)}\r\n\r\n`;
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="schools.csv"\r\nContent-Type: text/csv\r\n\r\n';
  const all = async () => (await readdir(tmpdir())).filter((name) => name.startsWith("safeguarding-upload-"));
  // The folder is the machine's: what lay there before is not this upload's.
  const before = new Set(await all());
  const folders = async () => (await all()).filter((name) => !before.has(name));
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(`${head(50_000_000)}${part}${"1,2,3\r\n".repeat(10_000)}`);
  await expect.poll(folders).not.toEqual([]);
  socket.destroy();
  await expect.poll(folders).toEqual([]);
  const large = connect(Number(port), hostname);
  large.write(head(200_000_000));
  const [answer] = (await new Promise<Buffer>((resolve) => large.once("data", resolve))).toString().split("\r\n");
  expect(answer).toContain("413");
  large.destroy();
  const [kept] = await portal.database.sql<{ count: number }[]>`select count(*)::int from portal.register_imports where applied_at is null`;
  expect(kept?.count).toBe(2);
});
