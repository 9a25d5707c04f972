import { readFile } from "node:fs/promises";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, addPerson, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { signedInPage } from "#tests/support/signing.ts";

let portal: TestPortal;
let browser: Browser;
let administrator: TestPerson;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  administrator = await addPerson(portal.database.sql, "Admin Aspen", { administrator: true });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe("the lists of bodies", () => {
  const slug = "oakridge";

  const see = (page: Page, name: string) => expectAccessible(page, `bodies-${name}`);
  const send = async (page: Page, text: string) => {
    await page.getByLabel("The list").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Check this file" }).click();
  };
  const main = (page: Page) => page.locator("main").innerText();

  test("are checked by row, shown before they are loaded, loaded, and saved as they were sent", async () => {
    const partnership: TestPartnership = await addPartnership(portal.database.sql, slug);
    const rows = await portal.database.sql<{ kind: string; code: string }[]>`select o.kind, o.code from portal.seats s join portal.organisations o on o.id = s.organisation_id where s.partnership_id = ${partnership.id}`;
    const codeOf = (kind: string) => rows.find((row) => row.kind === kind)?.code ?? "";
    const page = await signedInPage(browser, portal.origin, administrator);
    await page.goto("/admin");
    await page.getByRole("link", { name: "Bodies that end, and integrated care boards by area" }).click();
    await page.getByRole("link", { name: "Load bodies that end" }).click();
    await page.getByRole("button", { name: "Check this file" }).click();
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Choose a file that ends in .csv");
    await send(page, "code,ended_on,successor_code,successor_kind,successor_name,successor_valid_from\nE00000000,2026-03-31,,,,\nE54000068,31/02/2026,,,,\n");
    const wrong = await main(page);
    for (const words of ["Row 2: there is no body E00000000 on the register", "Row 3: ended_on must be a date like 2026-03-31"]) expect(wrong).toContain(words);
    await see(page, "wrong");
    await send(page, `code,ended_on,successor_code,successor_kind,successor_name,successor_valid_from\n${codeOf("icb")},31/03/2027,E54000901,icb,NHS ${slug} and Beyond ICB,2027-04-01\n`);
    expect(await main(page)).toContain("New: 1 · Changed: 1 · Removed: 0 · Unchanged: 0");
    await see(page, "check");
    await page.getByRole("button", { name: "Load this list" }).click();
    expect(await page.locator(".govuk-notification-banner").innerText()).toContain("The list is loaded: 2 changes.");
    expect(await main(page)).toContain(`NHS ${slug} and Beyond ICB`);

    await page.getByRole("link", { name: "Load integrated care boards by area" }).click();
    await see(page, "load-coverage");
    await send(page, `local_authority_code,icb_code,valid_from,valid_to\n${codeOf("local-authority")},${codeOf("icb")},2022-07-01,\n${codeOf("local-authority")},E54000068,2022-07-01,\n`);
    expect(await main(page)).toContain("New: 2");
    await page.getByRole("button", { name: "Load this list" }).click();
    await see(page, "index");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save what is listed, as CSV" }).click();
    expect(await readFile((await (await download).path()), "utf8")).toContain(`${codeOf("local-authority")},E54000068,2022-07-01,\r\n`);

    const missing = "NHS Norfolk and Suffolk Integrated Care Board covers part of this area and has no seat here.";
    for (const path of [`/admin/partnerships/${slug}`, `/portal/${slug}/people`, `/partnerships/${slug}`]) {
      await page.goto(path);
      expect(await main(page)).toContain(missing);
    }
    await see(page, "public");
  });
});
