import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { heading } from "#tests/support/on-page.ts";
import type { TestPartnership, TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import { changeDraft, signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let partnership: TestPartnership;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  partnership = await addPublicPartnership(portal.database, "alderwick");
  await publishDraft(portal.database, partnership);
  await changeDraft(portal.database.sql, partnership.id, { position: 1, body: "We meet each month.", note: "We meet monthly form May." });
  await publishDraft(portal.database, partnership);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const version = () => `/portal/${partnership.slug}/arrangements/versions/2`;
const open = (person: TestPerson, javaScript = true) => signedInPage(browser, portal.origin, person, { javaScript });

describe("correcting a note beside a published version", () => {
  test("an editor puts it right, without scripts too, and the public sees both", async () => {
    const page = await open(partnership.businessManager, false);
    await page.goto(version());
    await page.getByRole("link", { name: "Correct the note on what changed" }).click();
    expect(await heading(page)).toBe("Correct the note on what changed in version 2");
    expect(await page.getByText("What was signed never changes").count()).toBe(1);
    await page.getByRole("button", { name: "Publish the correction" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("Say why you correct it, for the public");
    await page.getByLabel("What it should read").fill("We meet monthly from May.");
    await page.getByLabel("Why you correct it").fill("A word was misspelt.");
    await page.getByRole("button", { name: "Publish the correction" }).click();
    expect(await page.getByText("The correction is published").count()).toBe(1);
    expect(await page.getByText("it used to read “We meet monthly form May.”").count()).toBe(1);
    const scripted = await open(partnership.businessManager);
    await scripted.goto(version());
    await expectAccessible(scripted, "version-corrected");
    await scripted.goto(`/portal/${partnership.slug}/arrangements/versions`);
    expect(await scripted.getByText("We meet monthly from May. (corrected)").count()).toBe(1);
    await scripted.goto("/partnerships/alderwick/arrangements/versions");
    expect(await scripted.getByText("We meet monthly from May.").count()).toBe(1);
    await expectAccessible(scripted, "versions-corrected");
    await scripted.getByRole("link", { name: /^corrected on/ }).click();
    expect(await scripted.locator(".corrections").innerText()).toMatch(/^Corrected on .*: it used to read “We meet monthly form May.” Reason: A word was misspelt\. Corrected by: Business manager\.$/);
    await expectAccessible(scripted, "document-corrected");
  });

  test("two at once: the second sees what it reads now and may send theirs again", async () => {
    const page = await open(partnership.delegate);
    const other = await open(partnership.chair);
    for (const each of [page, other]) await each.goto(`${version()}/correct/change-note`);
    const send = async (each: Page, text: string) => {
      await each.getByLabel("What it should read").fill(text);
      await each.getByLabel("Why you correct it").fill("The month was wrong.");
      await each.getByRole("button", { name: "Publish the correction" }).click();
    };
    await send(page, "We meet monthly from June.");
    await send(other, "We meet monthly from July.");
    expect(await other.getByRole("alert").innerText()).toContain("Somebody else corrected this first");
    expect(await other.getByText("We meet monthly from June.").count()).toBe(1);
    expect(await other.getByLabel("What it should read").inputValue()).toBe("We meet monthly from July.");
    await expectAccessible(other, "correct-stale");
    await other.getByRole("button", { name: "Publish the correction" }).click();
    expect(await other.getByText("The correction is published").count()).toBe(1);
  });

  test("is not for a lead, nor for what was never published or withdrawn", async () => {
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const page = await open(lead);
    await page.goto(version());
    expect(await page.getByRole("link", { name: /^Correct/ }).count()).toBe(0);
    expect((await page.goto(`${version()}/correct/change-note`))?.status()).toBe(403);
    const editor = await open(partnership.businessManager);
    expect((await editor.goto(`${version()}/correct/withdrawal-reason`))?.status()).toBe(409);
    await expectAccessible(editor, "correct-refused");
    expect((await editor.goto(`${version()}/correct/text`))?.status()).toBe(404);
  });
});

describe("all updates of a partnership", () => {
  test("are a page and a feed, found from its pages", async () => {
    const page = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto("/partnerships/alderwick");
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
    expect(feed).toBe(`${portal.origin}/partnerships/alderwick/updates.atom`);
    await page.getByRole("link", { name: "Everything that changed" }).click();
    expect(await heading(page)).toBe("All updates");
    expect(await page.getByRole("heading", { level: 2, name: "Arrangements, version 2: published" }).count()).toBe(1);
    await expectAccessible(page, "updates");
    const reply = await fetch(feed ?? "");
    expect(reply.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const parsed = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, "application/xml");
      const own = (element: Element, name: string) => [...element.children].filter((child) => child.localName === name).map((child) => child.textContent);
      const entries = [...document.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry")];
      return { errors: document.getElementsByTagName("parsererror").length, root: document.documentElement.localName, entries: entries.map((entry) => ["id", "title", "updated"].map((name) => own(entry, name).length)) };
    }, await reply.text());
    expect(parsed).toMatchObject({ errors: 0, root: "feed" });
    expect(parsed.entries.length).toBeGreaterThan(3);
    expect(parsed.entries.every((counts) => counts.every((count) => count === 1))).toBe(true);
    const again = await fetch(feed ?? "", { headers: { "If-None-Match": reply.headers.get("ETag") ?? "" } });
    expect(again.status).toBe(304);
    expect((await fetch(`${portal.origin}/partnerships/nowhere/updates.atom`)).status).toBe(404);
    expect((await page.goto("/partnerships/nowhere/updates"))?.status()).toBe(404);
  });
});

describe("searching the words of what is published", () => {
  test("finds a section, narrowed and widened by tags", async () => {
    const page = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto("/");
    await page.getByRole("link", { name: "search the words of everything that is published" }).click();
    await expectAccessible(page, "search-empty");
    await page.getByLabel("Words to find").fill("meeting monthly");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.getByRole("heading", { level: 2 }).first().innerText()).toBe("2 sections found for “meeting monthly”");
    await page.goto("/search?q=month");
    const found = page.getByRole("link", { name: "2. Local child safeguarding practice reviews" });
    expect(await page.locator("mark").allInnerTexts()).toContain("month");
    await expectAccessible(page, "search-found");
    await found.click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/partnerships/alderwick/arrangements#section-2");
    await page.goto("/search?q=together&partnership=alderwick&kind=arrangements&earlier=yes");
    await expectAccessible(page, "search-filtered");
    await page.getByRole("link", { name: "Next" }).click();
    expect(new URL(page.url()).searchParams.get("page")).toBe("2");
    await page.getByRole("link", { name: "Remove Earlier versions too" }).click();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ q: "together", partnership: "alderwick", kind: "arrangements" });
    await page.goto("/search?q=unicorn&kind=arrangements");
    expect(await page.getByText("Nothing published holds these words.").count()).toBe(1);
    await expectAccessible(page, "search-nothing");
    await page.goto("/search?q=the");
    expect(await page.getByText("There is no word to look for").count()).toBe(1);
    expect((await page.goto(`/search?q=${"x".repeat(1500)}&page=-1`))?.status()).toBe(200);
    expect(await page.content()).not.toMatch(/<script/);
  });
});
