import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { submission, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import { changeDraft, signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let page: Page;
let partnership: TestPartnership;
let second: { versionId: string };
const base = "/partnerships/alderwick/arrangements";

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  partnership = await addPublicPartnership(portal.database, "alderwick");
  const write = (body: string, note: string) => changeDraft(portal.database.sql, partnership.id, { position: 1, body, note });
  await publishDraft(portal.database, partnership);
  await write("We do this together every month, and say here how.", "We now meet monthly.");
  second = await publishDraft(portal.database, partnership);
  await write("We do this together every week.\n\n- Council\n- Police", "We now meet weekly.");
  await publishDraft(portal.database, partnership);
  await write("We do this together every day.\n\n- Council\n- Police", "We now meet daily.");
  page = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const heading = () => page.getByRole("heading", { level: 1 }).innerText();
const fetchAt = (path: string, headers: Record<string, string> = {}) => fetch(portal.origin + path, { redirect: "manual", headers });

describe("comparing what was published", () => {
  test("from the list of versions, word by word", async () => {
    await page.goto(`${base}/versions`);
    await expectAccessible(page, "versions");
    await page.getByRole("link", { name: /^Compare with version 1/ }).click();
    expect(new URL(page.url()).pathname).toBe(`${base}/compare/1/2`);
    expect(await heading()).toBe("What changed in the arrangements, from version 1 to version 2");
    expect(await page.getByText("In the partners’ own words: We now meet monthly.").count()).toBe(1);
    const changed = page.locator("section.section", { has: page.locator("ins") });
    expect(await changed.count()).toBe(1);
    expect(await changed.locator("ins").innerText()).toMatch(/start of insertion\s+every month\s*end of insertion/);
    expect(await page.getByText("1 section changed;").count()).toBe(1);
    await expectAccessible(page, "compare");
  });

  test("the filter can be taken away and put back", async () => {
    await page.goto(`${base}/compare/1/2`);
    const sections = page.locator("main section.section");
    await page.getByRole("link", { name: "Remove Changed sections only" }).click();
    expect(new URL(page.url()).search).toBe("?show=all");
    expect(await sections.count()).toBeGreaterThan(1);
    expect(await page.getByText("We do this together, and say here how.").count()).toBeGreaterThan(1);
    await expectAccessible(page, "compare-all");
    await page.getByRole("link", { name: "Show changed sections only" }).click();
    expect(await sections.count()).toBe(1);
  });

  test("from the document, and any two by choice", async () => {
    await page.goto(base);
    await page.getByRole("link", { name: "What changed since version 2" }).click();
    expect(new URL(page.url()).pathname).toBe(`${base}/compare/2/3`);
    await page.getByRole("link", { name: "Choose two versions" }).click();
    await expectAccessible(page, "compare-choose");
    await page.getByLabel("First version").selectOption("3");
    await page.getByLabel("Second version").selectOption("3");
    await page.getByRole("button", { name: "Compare" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Choose two different versions");
    await expect.poll(() => page.title()).toMatch(/^Error: /);
    await expectAccessible(page, "compare-choose-error");
    await page.getByLabel("Second version").selectOption("1");
    await page.getByRole("button", { name: "Compare" }).click();
    expect(new URL(page.url()).pathname).toBe(`${base}/compare/1/3`);
  });

  test("one address for each pair; others lead there or are not found", async () => {
    const reply = async (path: string) => {
      const { status, headers } = await fetchAt(path);
      return [status, headers.get("Location")];
    };
    expect(await reply(`${base}/compare/3/1?show=all`)).toEqual([303, `${base}/compare/1/3?show=all`]);
    expect(await reply(`${base}/compare/2/2`)).toEqual([303, `${base}/versions/2`]);
    for (const path of [`${base}/compare/1/9`, `${base}/compare/01/2`, `${base}/compare/x/2`, "/partnerships/nowhere/arrangements/compare/1/2", "/partnerships/alderwick/nothing/compare/1/2"]) {
      expect((await fetchAt(path)).status, path).toBe(404);
    }
    expect((await fetchAt("/partnerships/alderwick/threshold-document/compare")).status).toBe(200);
  });

  test("ships no script and carries a strong validator", async () => {
    const first = await fetchAt(`${base}/compare/1/3`);
    const etag = first.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"/);
    expect(await first.text()).not.toMatch(/<script/);
    expect((await fetchAt(`${base}/compare/1/3`, { "If-None-Match": etag })).status).toBe(304);
  });

  test("a member sees the draft beside any version", async () => {
    const own = await signedInPage(browser, portal.origin, partnership.businessManager);
    await own.goto(`/portal/${partnership.slug}/arrangements`);
    await own.getByRole("link", { name: "What changed in the draft" }).click();
    expect(await own.getByRole("heading", { level: 1 }).innerText()).toBe("What changed in the draft since version 3");
    expect(await own.locator("del").innerText()).toContain("week");
    await expectAccessible(own, "draft-changes");
    await own.getByRole("link", { name: "version 1", exact: true }).click();
    expect(await own.getByRole("heading", { level: 1 }).innerText()).toBe("What changed in the draft since version 1");
    await own.goto(`/portal/${partnership.slug}/arrangements/freeze`);
    await own.getByRole("link", { name: "See what changed in the draft" }).click();
    expect(await own.getByRole("heading", { level: 1 }).innerText()).toBe("What changed in the draft since version 3");
  });

  test("nothing of a version taken down is left in a comparison", async () => {
    await takeDownVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId: second.versionId, reason: "A detail was published by mistake." }, submission());
    for (const path of [`${base}/compare/1/2`, `${base}/compare/2/3`, `${base}/compare/2/3?show=all`]) {
      const reply = await fetchAt(path);
      expect(reply.status).toBe(410);
      expect(await reply.text()).not.toContain("monthly");
    }
    await page.goto(`${base}/compare/1/2`);
    expect(await page.getByText("A detail was published by mistake.").count()).toBe(1);
    await expectAccessible(page, "compare-gone");
    await page.goto(`${base}/versions`);
    expect(await page.getByRole("link", { name: /^Compare with version 1/ }).count()).toBe(1);
  });
});
