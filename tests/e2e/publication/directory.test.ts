import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addSharedSeat } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, republishDirectory } from "#tests/support/publication.ts";

let portal: TestPortal;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  page = await (await browser.newContext({ baseURL: portal.origin, bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const found = () => page.locator("#found").innerText();
const rowsShown = () => page.locator("tbody tr").count();

async function csvRows(path: string): Promise<string[]> {
  const text = await (await fetch(portal.origin + path)).text();
  return text.replace("\u{FEFF}", "").trim().split("\r\n").slice(1);
}

describe("who holds what", () => {
  test("says so while there is nobody", async () => {
    await page.goto("/directory");
    expect(await page.getByText("No partnership has been set up here yet.").count()).toBe(1);
    await expectAccessible(page, "directory-empty");
  });

  test("a reader comes from home and sees that one force sits in two partnerships", async () => {
    const first = await addPublicPartnership(portal.database, "alderwick");
    const second = await addPublicPartnership(portal.database, "birchmere");
    const police = first.seats.find((seat) => seat.kind === "police");
    if (!police) throw new Error("no police");
    await addSharedSeat(portal.database.sql, second.id, police);
    await portal.database.sql`update portal.people set name_withheld = true where id = ${first.chair.personId}`;
    await republishDirectory(first);
    await republishDirectory(second);

    await page.goto("/");
    await page.getByRole("link", { name: "who holds what in every partnership" }).click();
    expect(await found()).toBe("2 councils, 2 integrated care boards, 2 police forces, 2 partnership chairs and 2 independent scrutineers");
    const force = page.getByRole("row", { name: /Alderwick Police 3/ });
    expect(await force.innerText()).toContain("2 partnerships");
    expect(await force.getByText("Lead Cedar alderwick").count()).toBe(1);
    expect(await force.getByRole("link").allInnerTexts()).toEqual(["Alderwick", "Birchmere"]);
    expect(await page.getByText("Name withheld for safety").count()).toBe(1);
    expect(await page.content()).not.toContain(first.chair.name);
    expect(await page.content()).not.toMatch(/<script/);
    await expectAccessible(page, "directory");
    await page.getByRole("link", { name: "1 body sits in several partnerships" }).click();
    expect(await found()).toBe("1 police force");
  });

  test("narrows it, and takes each filter away again", async () => {
    await page.goto("/directory");
    await page.getByLabel("Find a body, a person or a post").fill("birchmere");
    await page.getByLabel("Show").selectOption("Police forces");
    await page.getByLabel("Where").selectOption("An office is vacant");
    await page.getByRole("button", { name: "Search" }).click();
    expect(new URL(page.url()).search).toBe("?q=birchmere&kind=police&state=vacant");
    expect(await found()).toMatch(/^1 police force|^2 police forces/);
    expect(await csvRows(`/directory.csv${new URL(page.url()).search}`)).toHaveLength(await rowsShown());
    await expectAccessible(page, "directory-narrowed");
    await page.getByRole("link", { name: "Remove An office is vacant" }).click();
    await page.getByRole("link", { name: "Remove Police forces" }).click();
    expect(await found()).toContain("found for “birchmere”");
    await page.getByRole("link", { name: "Remove “birchmere”" }).click();
    expect(new URL(page.url()).search).toBe("");
    await page.goto("/directory?q=nowhere");
    expect(await found()).toBe("Nobody found for “nowhere”");
    await expectAccessible(page, "directory-nothing");
  });

  test("from a partnership's own people to where else they sit", async () => {
    await page.goto("/partnerships/birchmere/people");
    await page.getByRole("link", { name: "See where else these bodies sit" }).click();
    expect(await page.getByRole("row", { name: /Alderwick Police 3/ }).getByRole("link", { name: "Alderwick" }).count()).toBe(1);
    expect(await page.getByRole("row", { name: /Alderwick Council/ }).count()).toBe(0);
  });

  test("the files hold the rows shown, with a validator, for any site", async () => {
    await page.goto("/directory?kind=police");
    const shown = await rowsShown();
    const [csv, json] = await Promise.all(["/directory.csv?kind=police", "/directory.json?kind=police"].map((path) => fetch(portal.origin + path)));
    if (!csv || !json) throw new Error("no replies");
    expect(await csvRows("/directory.csv?kind=police")).toHaveLength(shown);
    expect((await json.json())).toMatchObject({ count: shown, filters: { kind: "police" } });
    expect(csv.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    for (const reply of [csv, json]) {
      expect(reply.headers.get("Access-Control-Allow-Origin")).toBe("*");
      const again = await fetch(reply.url, { headers: { "If-None-Match": reply.headers.get("ETag") ?? "" } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const html = await fetch(`${portal.origin}/directory`);
    expect((await fetch(html.url, { headers: { "If-None-Match": html.headers.get("ETag") ?? "" } })).status).toBe(304);
    expect(await (await fetch(`${portal.origin}/sitemap.xml`)).text()).toContain("/directory</loc>");
  });
});
