import { createHash } from "node:crypto";

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";

let portal: TestPortal;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let partnership: TestPartnership;
const complaints: string[] = [];

beforeAll(async () => {
  portal = await startPortal();
  partnership = await addPublicPartnership(portal.database, "alderwick", ["local-authority", "icb", "icb", "police"]);
  await publishArrangements(partnership);
  await publishArrangements(partnership);
  await addPublicPartnership(portal.database, "birchmere");
  browser = await launchBrowser();
  context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const at = (path: string) => portal.origin + path;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytesAt = async (path: string) => new Uint8Array(await (await fetch(at(path))).arrayBuffer());

/** axe needs scripts of its own; the page has none, so it is opened again where they may run. */
async function expectAccessibleAt(path: string): Promise<void> {
  const scripted = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const copy = await scripted.newPage();
  await copy.goto(at(path));
  await expectAccessible(copy);
  await scripted.close();
}

describe("without an account or JavaScript", () => {
  test("a reader finds the partnership by its council", async () => {
    await page.goto(at("/"));
    expect(await page.getByRole("heading", { level: 2, name: "2 partnerships" }).count()).toBe(1);
    await page.getByLabel("Find your area").fill("ALDERWICK cóuncil");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("1 partnership found for “ALDERWICK cóuncil”");
    await page.getByRole("link", { name: "Remove “ALDERWICK cóuncil”" }).click();
    expect(new URL(page.url()).search).toBe("");
    await page.getByRole("link", { name: "1 without" }).click();
    expect(await page.getByRole("link", { name: "Birchmere Safeguarding Children Partnership" }).count()).toBe(1);
    await page.goto(at("/?q=nowhere"));
    expect(await page.getByText("Nothing here has that name.").count()).toBe(1);
    for (const path of ["/", "/?q=alder&show=arrangements", "/?q=nowhere"]) await expectAccessibleAt(path);
  });

  test("sees who is accountable, vacancies and acting said in words", async () => {
    await page.goto(at("/partnerships/alderwick"));
    const council = page.locator(".seat", { hasText: "Alderwick Council 1" });
    const lines = (await council.innerText()).split(/\n+/);
    expect(lines).toEqual([
      ...["Alderwick Council 1", "Local authority", "Lead safeguarding partner", "Lead Ash alderwick", "Chief Executive", "Since 1 April 2024"],
      ...["Delegated safeguarding partner", "Vacant", "Director of Children: nobody holds this post at the moment."],
    ]);
    expect(await page.getByText("lead safeguarding partner (LSP)").count()).toBe(1);
    expect(await page.getByText("immediate danger call 999").count()).toBe(1);
    expect(await page.getByRole("link", { name: "Working Together to Safeguard Children 2026" }).getAttribute("href")).toBe("/guidance/working-together-2026");
    await expectAccessibleAt("/partnerships/alderwick");
  });

  test("reads the arrangements and follows the coverage to its section", async () => {
    await page.goto(at("/partnerships/alderwick"));
    await page.getByRole("link", { name: "Arrangements", exact: true }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("How we work together to keep children safe");
    expect(await page.locator(".signed").count()).toBe(4);
    const row = page.getByRole("row", { name: /^Independent scrutiny/ });
    const link = row.getByRole("link").first();
    const section = await link.textContent();
    await link.click();
    const target = page.locator(new URL(page.url()).hash);
    expect(await target.textContent()).toBe(section);
    await expectAccessibleAt("/partnerships/alderwick/arrangements");
  });

  test("downloads the PDF and the data, which are what was signed", async () => {
    await page.goto(at("/partnerships/alderwick/arrangements"));
    const pdfPath = await page.getByRole("link", { name: /^Download PDF/ }).getAttribute("href");
    const jsonPath = await page.getByRole("link", { name: /^Download data/ }).getAttribute("href");
    expect(pdfPath).toBe("/partnerships/alderwick/arrangements/versions/2.pdf");
    const data = JSON.parse(new TextDecoder().decode(await bytesAt(jsonPath ?? "")));
    const pdf = await bytesAt(pdfPath ?? "");
    expect(new TextDecoder("latin1").decode(pdf.slice(0, 5))).toBe("%PDF-");
    expect(sha256(pdf)).toBe(data.sha256.pdf);
    const content = await bytesAt(`/verify/${data.sha256.content}/content.json`);
    expect(sha256(content)).toBe(data.sha256.content);
    expect(data.content).toEqual(JSON.parse(new TextDecoder().decode(content)));
    expect(data).toMatchObject({ kind: "arrangements", number: 2, status: "published", partnership: { slug: "alderwick" }, signatures: [{}, {}, {}, {}] });
    expect(JSON.stringify(data)).not.toContain("@");
    const current = JSON.parse(new TextDecoder().decode(await bytesAt("/partnerships/alderwick/arrangements.json")));
    expect(current).toEqual(data);
    expect(sha256(await bytesAt("/partnerships/alderwick/arrangements.pdf"))).toBe(data.sha256.pdf);
  });

  test("checks what was signed, step by step", async () => {
    await page.goto(at("/partnerships/alderwick/arrangements"));
    await page.getByRole("link", { name: "Check the signatures" }).click();
    expect(await page.getByText("All 8 checks passed.").count()).toBe(1);
    expect(await page.locator(".checks > li").count()).toBe(8);
    expect(await page.getByText("What it does not prove").count()).toBe(1);
    const hash = new URL(page.url()).pathname.split("/")[2] ?? "";
    const record = JSON.parse(new TextDecoder().decode(await bytesAt(`/verify/${hash}/record.json`)));
    for (const signature of record.signatures) expect(sha256(new TextEncoder().encode(signature.statement))).toBe(signature.statementSha256);
    await page.getByRole("link", { name: "Check another fingerprint" }).click();
    await page.getByLabel("Fingerprint").fill("12");
    await page.getByRole("button", { name: "Check" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Enter a fingerprint of 64 characters");
    await page.getByLabel("Fingerprint").fill(` ${hash.toUpperCase()} `);
    await page.getByRole("button", { name: "Check" }).click();
    expect(new URL(page.url()).pathname).toBe(`/verify/${hash}`);
    for (const path of [`/verify/${hash}`, "/verify", "/verify?hash=12", `/verify/${"a".repeat(64)}`]) await expectAccessibleAt(path);
  });

  test("an old version says so and stays", async () => {
    await page.goto(at("/partnerships/alderwick/arrangements"));
    await page.getByRole("link", { name: /^All versions/ }).click();
    await page.getByRole("link", { name: "Version 1", exact: true }).click();
    expect(await page.getByText("This is not the newest version.").count()).toBe(1);
    await page.getByRole("link", { name: "Read the current arrangements" }).click();
    expect(new URL(page.url()).pathname).toBe("/partnerships/alderwick/arrangements");
    for (const path of ["/partnerships/alderwick/arrangements/versions", "/partnerships/alderwick/arrangements/versions/1", "/partnerships/birchmere/arrangements"]) await expectAccessibleAt(path);
  });

  test("no public page carries a script, and the browser complains of nothing", async () => {
    for (const path of ["/", "/partnerships/alderwick", "/partnerships/alderwick/arrangements", "/partnerships/birchmere/arrangements", "/verify"]) {
      const html = await (await fetch(at(path))).text();
      const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.every((tag) => tag === '<script type="application/ld+json">'), path).toBe(true);
      expect(html).not.toMatch(/ on[a-z]+=/);
    }
    expect(complaints).toEqual([]);
  });
});

describe("afterwards", () => {
  test("withdrawn: said with its reason, and still readable", async () => {
    const versionId = await newestVersionId();
    await withdrawVersion(partnership.chair.actor, { partnershipId: partnership.id, versionId, reason: "The education section was wrong." }, submission());
    await page.goto(at("/partnerships/alderwick/arrangements"));
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("No arrangements are published at the moment");
    expect(await page.getByText("The education section was wrong.").count()).toBe(1);
    await page.getByRole("link", { name: "Read the version that was withdrawn" }).click();
    expect(await page.getByText("It no longer applies.").count()).toBe(1);
    expect(await page.getByRole("heading", { level: 2, name: /^1\. / }).count()).toBe(1);
    for (const path of ["/partnerships/alderwick/arrangements", "/partnerships/alderwick/arrangements/versions/2"]) await expectAccessibleAt(path);
  });

  test("taken down: 410 everywhere at once, with hash and signatures and nothing of the text", async () => {
    const { number, versionId } = await publishArrangements(partnership);
    const path = `/partnerships/alderwick/arrangements/versions/${String(number)}`;
    const before = await fetch(at(path));
    expect(before.status).toBe(200);
    const data = await (await fetch(at(`${path}.json`))).json();
    await takeDownVersion(partnership.delegate.actor, { partnershipId: partnership.id, versionId, reason: "Somebody could be identified." }, submission());
    for (const gone of [path, `${path}.json`, `${path}.pdf`, "/partnerships/alderwick/arrangements", "/partnerships/alderwick/arrangements.json", "/partnerships/alderwick/arrangements.pdf", `/verify/${data.sha256.content}`, `/verify/${data.sha256.content}/content.json`, `/verify/${data.sha256.content}/record.json`]) {
      const answer = await fetch(at(gone), { headers: { "If-None-Match": before.headers.get("ETag") ?? "" } });
      expect([gone, answer.status]).toEqual([gone, 410]);
      expect(await answer.text(), gone).not.toContain("We do this together");
    }
    expect(await (await fetch(at(`${path}.json`))).json()).toMatchObject({ status: "taken-down", reason: "Somebody could be identified.", sha256: data.sha256, signatures: [{}, {}, {}, {}] });
    await page.goto(at(path));
    expect(await page.getByText("Somebody could be identified.").count()).toBe(1);
    expect(await page.getByText(data.sha256.content).count()).toBe(1);
    expect(await page.locator(".signed").count()).toBe(4);
    for (const each of [path, "/partnerships/alderwick/arrangements", `/verify/${data.sha256.content}`]) await expectAccessibleAt(each);
  });
});

async function newestVersionId(): Promise<string> {
  const [row] = await portal.database.sql<{ id: string }[]>`select version_id as id from publication.publications where slug = 'alderwick' and kind = 'arrangements' order by number desc limit 1`;
  return row?.id ?? "";
}
