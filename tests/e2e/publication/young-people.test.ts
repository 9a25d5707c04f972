import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { publishVersion } from "#app/domain/documents/publish-version.server.ts";
import { takeDownVersion } from "#app/domain/documents/take-down-version.server.ts";
import { withdrawVersion } from "#app/domain/documents/withdraw-version.server.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { need } from "#tests/support/documents.ts";
import { flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { submission, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishDraft } from "#tests/support/publication.ts";
import { freezeDraft, signedInPage, signEverySeat } from "#tests/support/signing.ts";

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

const words = "The Young Advisers wrote this page with us.\n\n## Who we are\n\nThree groups keep you safe here:\n\n- **the council**, which has social workers\n- **the health service**, with its nurses and doctors\n- **the police**\n\n## How you are heard\n\nWe ask what you think, and we tell you what we did about it.";

describe("a page for children and young people", () => {
  let partnership: TestPartnership;
  let page: Page;
  const slug = "oakridge";
  const draft = `/portal/${slug}/arrangements`;
  const open = (person: TestPerson) => signedInPage(browser, portal.origin, person);
  const see = (name: string, shown = page) => expectAccessible(shown, `young-people-${name}`);

  beforeAll(async () => {
    partnership = await addPublicPartnership(portal.database, slug, ["local-authority", "icb", "police"]);
    await publishDraft(portal.database, partnership);
    page = await open(partnership.businessManager);
  });

  test("is begun from the draft, in one press", async () => {
    await page.goto(draft);
    expect(await page.locator("#young-people-1-status").innerText()).toBe("Not started");
    await see("draft-without");
    await follow(page, "Page for children and young people");
    expect(await heading(page)).toBe("Page for children and young people");
    expect(await main(page)).toContain("It is optional.");
    await see("begin");
    await press(page, "Write this page");
    expect(await flash(page)).toContain("The page is started. Write it here.");
    expect(await heading(page)).toBe("How we keep you safe");
  });

  test("has hints beside its text and no guidance to tick", async () => {
    expect(await main(page)).toContain("Write for a child of 9 to 11");
    expect(await page.getByText("covers no item of the guidance").count()).toBe(0);
    await see("editor");
    await page.goto(draft);
    expect(await page.locator("#young-people-1-status").innerText()).toBe("Empty");
    await page.goto(`${draft}/readiness`);
    expect(await main(page)).toContain("“How we keep you safe” is empty. Write it, or remove it.");
  });

  test("is written and read as it will be", async () => {
    await page.goto(draft);
    await follow(page, "Page for children and young people");
    await page.getByLabel("Title").fill("How we keep you safe here");
    await page.getByLabel("Text", { exact: true }).fill(words);
    await press(page, "Save and preview");
    expect(await flash(page)).toContain("“How we keep you safe here” is saved.");
    expect(await heading(page)).toBe("How we keep you safe here");
    expect(await main(page)).not.toContain("guidance");
    await see("preview");
    await page.goto(draft);
    expect(await page.locator("#young-people-1-status").innerText()).toBe("Written");
    expect(await page.locator("#young-people-1-hint").innerText()).toContain("words");
    await see("draft-with");
  });

  test("is not among the sections that are moved, and can be removed and put back", async () => {
    await page.goto(`${draft}/sections`);
    expect(await page.locator(".order").innerText()).not.toContain("How we keep you safe here");
    await page.goto(draft);
    await follow(page, "Page for children and young people");
    await follow(page, "Remove this page");
    await press(page, "Remove the page");
    expect(await flash(page)).toContain("“How we keep you safe here” is removed.");
    await page.goto(draft);
    expect(await page.locator("#young-people-1-status").innerText()).toBe("Removed");
    await follow(page, "Page for children and young people");
    expect(await main(page)).toContain("You can put it back as it was.");
    await see("removed");
    await page.goto(`${draft}/young-people`);
    await press(page, "Put the page back");
    expect(await flash(page)).toContain("“How we keep you safe here” is back.");
    const reader = await open(partnership.scrutineer);
    await reader.goto(draft);
    await follow(reader, "Page for children and young people");
    expect(new URL(reader.url()).pathname).toMatch(/\/preview$/);
  });

  test("is signed with the rest, as its last part", async () => {
    const { versionId } = await freezeDraft(portal.database.sql, partnership);
    await page.goto(`${draft}/versions/2/text`);
    await page.getByRole("link", { name: "For children and young people" }).click();
    expect(await page.locator(new URL(page.url()).hash).innerText()).toBe("How we keep you safe here");
    await see("portal-text");
    await page.goto(`${draft}/versions/2/changes`);
    expect(await main(page)).toContain("For children and young people: How we keep you safe here");
    const [seat] = partnership.seats;
    const lead = await open(seat?.lead ?? partnership.chair);
    await lead.goto(`${draft}/versions/2/sign/${seat?.id ?? ""}`);
    expect(await main(lead)).toContain("with a page for children and young people as its last part");
    await lead.getByText("Read the full text on this page").click();
    expect(await main(lead)).toContain("The Young Advisers wrote this page with us.");
    await see("sign", lead);
    await signEverySeat(partnership, versionId);
    need(await publishVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId }, submission()));
  });

  test("is read by anybody at its own address, help first", async () => {
    const at = `/partnerships/${slug}/arrangements`;
    await page.goto(`/partnerships/${slug}`);
    await follow(page, "Page for children and young people");
    expect(new URL(page.url()).pathname).toBe(`${at}/young-people`);
    await page.goto(at);
    await follow(page, "Read the page for children and young people");
    expect(new URL(page.url()).pathname).toBe(`${at}/young-people`);
    expect(await heading(page)).toBe("For children and young people");
    expect(await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts()).toEqual(["Need help now?", "How we keep you safe here", "Who says so"]);
    expect(await page.getByRole("link", { name: "Call Childline on 0800 1111" }).getAttribute("href")).toBe("tel:08001111");
    expect(await page.getByRole("link", { name: "How to tell somebody" }).getAttribute("href")).toBe(`/partnerships/${slug}/report-a-concern`);
    const help = await page.locator(".young-help").boundingBox();
    expect((help?.y ?? 9_999) + (help?.height ?? 0)).toBeLessThan(900);
    const [council = "", health = "", police = ""] = partnership.seats.map((seat) => seat.organisation);
    expect(await main(page)).toContain(`This page is part of what the leaders of ${council}, ${health} and ${police} signed.`);
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(`${portal.origin}${at}/young-people`);
    expect(await page.getByRole("link", { name: `${at}/versions/2/young-people` }).count()).toBe(1);
    await see("public");
    await follow(page, "Read everything they signed");
    expect(new URL(page.url()).pathname).toBe(at);
    await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "For children and young people" }).click();
    await see("document");
    const shown = await page.locator(".document-section").last().innerHTML();
    await page.goto(`${at}/versions/2/young-people`);
    expect(await page.locator(".document-section").innerHTML()).toBe(shown);
    const data = await (await fetch(`${portal.origin}${at}.json`)).json();
    expect(data.content.sections.at(-1)).toMatchObject({ audience: "young-people", title: "How we keep you safe here" });
    expect(data.links.youngPeople).toBe(`${portal.origin}${at}/versions/2/young-people`);
    expect(await (await fetch(`${portal.origin}/sitemap.xml`)).text()).toContain(`${at}/young-people</loc>`);
  });

  test("is found by a search", async () => {
    await page.goto(`/search?q=advisers&partnership=${slug}`);
    await follow(page, "For children and young people: How we keep you safe here");
    expect(new URL(page.url()).pathname).toBe(`/partnerships/${slug}/arrangements/young-people`);
  });

  test("is nowhere for a version without one, and stays under its version when it is replaced", async () => {
    const at = `/partnerships/${slug}/arrangements`;
    expect((await fetch(`${portal.origin}${at}/versions/1/young-people`)).status).toBe(404);
    expect((await fetch(`${portal.origin}/partnerships/nowhere/arrangements/young-people`)).status).toBe(404);
    await portal.database.sql`update portal.sections set removed_at = access.clock() where partnership_id = ${partnership.id} and audience = 'young-people'`;
    await publishDraft(portal.database, partnership);
    expect((await fetch(`${portal.origin}${at}/young-people`)).status).toBe(404);
    await page.goto(at);
    expect(await page.getByText("Read the page for children and young people").count()).toBe(0);
    await page.goto(`${at}/versions/2/young-people`);
    expect(await main(page)).toContain("This is not the newest version.");
    expect(await main(page)).toContain("The Young Advisers wrote this page with us.");
    await see("replaced");
  });

  test("says so when it is withdrawn or taken down", async () => {
    const at = `/partnerships/${slug}/arrangements`;
    await portal.database.sql`update portal.sections set removed_at = null where partnership_id = ${partnership.id} and audience = 'young-people'`;
    const { versionId } = await publishDraft(portal.database, partnership);
    const about = { partnershipId: partnership.id, versionId };
    await withdrawVersion(partnership.chair.actor, { ...about, reason: "A section was wrong." }, submission());
    await page.goto(`${at}/young-people`);
    expect(new URL(page.url()).pathname).toBe(at);
    expect(await heading(page)).toBe("No arrangements are published at the moment");
    await page.goto(`${at}/versions/4/young-people`);
    expect(await main(page)).toContain("It no longer applies.");
    await see("withdrawn");
    await takeDownVersion(partnership.chair.actor, { ...about, reason: "Somebody could be identified." }, submission());
    for (const path of [`${at}/young-people`, `${at}/versions/4/young-people`]) {
      const answer = await fetch(portal.origin + path);
      expect(answer.status).toBe(410);
      expect(await answer.text()).not.toContain("Young Advisers");
    }
    await page.goto(`${at}/versions/4/young-people`);
    expect(await heading(page)).toBe("This version has been taken down");
    await see("taken-down");
  });
});
