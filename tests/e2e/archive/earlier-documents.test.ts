import { createHash } from "node:crypto";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, heading, main, press } from "#tests/support/on-page.ts";
import { addPerson, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { covered, pdfFile, words } from "#tests/support/pdf-files.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";

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

const alert = (page: Page) => page.getByRole("alert").innerText();

describe("earlier documents", () => {
  const slug = "oakridge";
  const list = `/partnerships/${slug}/earlier-documents`;
  let partnership: TestPartnership;
  let page: Page;
  let visitor: Page;
  const see = (shown: Page, name: string) => expectAccessible(shown, `archive-${name}`);
  const open = (person: TestPerson) => signedInPage(browser, portal.origin, person);
  const choose = (bytes: Uint8Array, name = "report.pdf") => page.getByLabel(/PDF$|^Another PDF/).setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });
  const json = async (): Promise<unknown> => (await fetch(`${portal.origin}/partnerships/${slug}.json`)).json();

  beforeAll(async () => {
    partnership = await addPublicPartnership(portal.database, slug);
    page = await open(partnership.businessManager);
    visitor = await (await browser.newContext({ baseURL: portal.origin })).newPage();
  });
  afterAll(async () => {
    await page.context().close();
    await visitor.context().close();
  });

  test("the list is empty at first, and says who can begin it", async () => {
    await visitor.goto(list);
    expect(await main(visitor)).toContain("lists no documents from before it used this site.");
    await see(visitor, "public-empty");
    await visitor.goto(`/partnerships/${slug}`);
    expect(await main(visitor)).not.toContain("Earlier documents");
    const scrutineer = await open(partnership.scrutineer);
    await scrutineer.goto(`/portal/${slug}/earlier-documents`);
    expect(await main(scrutineer)).toContain("A delegated safeguarding partner, the chair or the business manager can add them.");
    expect(await scrutineer.getByRole("button").filter({ hasText: "Add" }).count()).toBe(0);
    await scrutineer.context().close();
    await page.goto(`/portal/${slug}`);
    expect(await main(page)).toContain("None listed from before this site was used");
    await follow(page, "Earlier documents");
    expect(await heading(page)).toBe("Earlier documents");
    await see(page, "list-empty");
  });

  test("what is missing or may not be published is refused with where", async () => {
    await press(page, "Add an earlier document");
    expect(await heading(page)).toBe("Add an earlier document");
    await see(page, "new");
    await press(page, "Add it to the public list");
    const told = await alert(page);
    for (const each of ["Choose what kind of document it is", "Enter the title of the document", "Enter the period it was about or in force, or the date it was published"]) expect(told).toContain(each);
    await see(page, "new-refused");
    await page.getByLabel("What it is").selectOption("Yearly report");
    await page.getByLabel("Title").fill("Yearly report 2023 to 2024");
    await fillDate(page, "periodFrom", ["1", "4", "2023"]);
    await fillDate(page, "periodTo", ["31", "3", "2024"]);
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("Choose a PDF, or give the web address where the document is.");
    await choose(Buffer.from("PK not a PDF at all"), "minutes.pdf");
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("minutes.pdf: This is not a PDF");
    await choose(await pdfFile([words("Level one."), covered("Sam Rowan")]));
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("report.pdf: Page 2: there is text under a box drawn over it.");
    await choose(await pdfFile([words("Level one."), words("NHS number 943 476 5919")]));
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("Page 2 contains what is certainly a National Health Service (NHS) number");
    expect(await alert(page)).not.toContain("943 476 5919");
    await see(page, "new-identifier");
    expect(await json()).toMatchObject({ earlierDocuments: { entries: [] } });
  });

  test("what may identify somebody is looked at, and then it is public at once", async () => {
    const phone = await pdfFile([words("What we did in 2023 to 2024."), words("Call 020 7946 0000.")]);
    await choose(phone);
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("Page 2 may contain a phone number");
    await see(page, "new-look");
    await choose(phone);
    await page.getByLabel(/^I have looked at each thing/).check();
    await press(page, "Add it to the public list");
    expect(await flash(page)).toContain("“Yearly report 2023 to 2024” is on the public list.");
    await see(page, "list");
    await page.goto(`/portal/${slug}/arrangements/versions`);
    expect(await main(page)).toContain("Published before this site was used");
    await see(page, "portal-versions");
    await follow(page, "Add an earlier document");
    expect(await page.getByLabel("What it is").inputValue()).toBe("arrangements");
    await page.getByLabel("Title").fill("Arrangements 2019");
    await fillDate(page, "publishedOn", ["29", "9", "2019"]);
    await page.getByLabel("Web address").fill("www.example.org");
    await press(page, "Add it to the public list");
    expect(await alert(page)).toContain("Enter a whole web address");
    await page.getByLabel("Web address").fill("https://www.example.org/arrangements-2019.pdf");
    await press(page, "Add it to the public list");
    expect(await flash(page)).toContain("“Arrangements 2019” is on the public list.");
  });

  test("anybody finds them from the partnership's page, and can save the PDF", async () => {
    await visitor.goto(`/partnerships/${slug}`);
    await see(visitor, "public-partnership");
    await follow(visitor, "2 documents published before this site was used");
    expect(await main(visitor)).toContain("1 April 2023 to 31 March 2024");
    await see(visitor, "public");
    const pdf = await visitor.getByRole("link", { name: "PDF of Yearly report 2023 to 2024" }).getAttribute("href");
    const file = await fetch(portal.origin + (pdf ?? ""));
    expect([file.status, file.headers.get("content-type"), file.headers.get("content-disposition"), file.headers.get("x-content-type-options")]).toEqual([200, "application/pdf", `attachment; filename="${slug}-yearly-report-2024-03-31.pdf"`, "nosniff"]);
    const sha256 = createHash("sha256").update(Buffer.from(await file.arrayBuffer())).digest("hex");
    expect(await json()).toMatchObject({ earlierDocuments: { entries: [{ title: "Yearly report 2023 to 2024", file: { sha256, pages: 2 } }, { title: "Arrangements 2019", file: null }] } });
    expect(await visitor.content()).toContain(sha256);
    expect(await visitor.locator("script[src]").count()).toBe(0);
    await visitor.goto(`/partnerships/${slug}/arrangements`);
    await see(visitor, "public-not-yet");
    await follow(visitor, "What was published before this site was used");
    expect(await heading(visitor)).toBe("Earlier documents");
    await visitor.goto(`/partnerships/${slug}/arrangements/versions`);
    expect(await main(visitor)).toContain("Arrangements 2019");
    expect(await main(visitor)).not.toContain("Yearly report");
    await see(visitor, "public-versions");
    await visitor.goto(`/partnerships/${slug}/updates`);
    expect(await main(visitor)).toContain("Earlier document listed: Arrangements 2019");
    await see(visitor, "public-updates");
    await page.goto(`/portal/${slug}`);
    expect(await main(page)).toContain("2 listed from before this site was used");
    await see(page, "home");
  });

  test("it is corrected with a public reason; of two at once the second sees what it says now", async () => {
    const other = await open(partnership.delegate);
    for (const each of [page, other]) {
      await each.goto(`/portal/${slug}/earlier-documents`);
      await follow(each, "Correct “Arrangements 2019”");
    }
    await see(page, "correct");
    await page.getByLabel("Title").fill("Arrangements of 2019");
    await press(page, "Correct the entry");
    expect(await alert(page)).toContain("Give the reason that the public will read");
    await page.getByLabel("The reason the public will read").fill("The title was wrong.");
    await press(page, "Correct the entry");
    expect(await flash(page)).toContain("The entry of “Arrangements of 2019” is corrected.");
    await other.getByLabel("Title").fill("Our arrangements 2019");
    await other.getByLabel("The reason the public will read").fill("The title was not whole.");
    await press(other, "Correct the entry");
    expect(await alert(other)).toContain("Somebody else corrected this first.");
    expect(await main(other)).toContain("Arrangements of 2019");
    expect(await other.getByLabel("Title").inputValue()).toBe("Our arrangements 2019");
    await see(other, "correct-stale");
    await press(other, "Correct the entry");
    expect(await flash(other)).toContain("is corrected");
    await other.context().close();
    await visitor.goto(list);
    expect(await main(visitor)).toContain("Title: it used to say “Arrangements 2019”. Reason: The title was wrong. Corrected by: Business manager.");
    await see(visitor, "public-corrected");
  });

  test("taken off, its words and file are gone for everybody at once", async () => {
    await visitor.goto(list);
    const pdf = (await visitor.getByRole("link", { name: "PDF of Yearly report 2023 to 2024" }).getAttribute("href")) ?? "";
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const leader = await open(lead);
    await leader.goto(`/portal/${slug}/earlier-documents`);
    expect(await leader.getByRole("link", { name: "Correct “Yearly report 2023 to 2024”" }).count()).toBe(0);
    await follow(leader, "Take off the list “Yearly report 2023 to 2024”");
    await see(leader, "remove");
    const address = leader.url();
    await press(leader, "Take it off the list now");
    expect(await alert(leader)).toContain("Give the reason that the public will read");
    await leader.getByLabel("The reason the public will read").fill("A detail about a person was published by mistake.");
    await press(leader, "Take it off the list now");
    expect(await flash(leader)).toContain("The entry is off the public list. Nobody can read it.");
    await see(leader, "list-after");
    const gone = await fetch(portal.origin + pdf);
    expect([gone.status, gone.headers.get("content-type")]).toEqual([410, "application/json; charset=utf-8"]);
    await visitor.goto(list);
    expect(await main(visitor)).toContain("Reason: A detail about a person was published by mistake.");
    for (const at of [list, `/partnerships/${slug}.json`, `/partnerships/${slug}/updates.atom`, `/partnerships/${slug}/updates`]) expect(await (await fetch(portal.origin + at)).text(), at).not.toContain("Yearly report 2023 to 2024");
    await see(visitor, "public-removed");
    await leader.goto(address);
    expect(await main(leader)).toContain("This entry was taken off the list");
    await see(leader, "removed-again");
    await leader.context().close();
  });

  test("what is stored of it is erased by two people", async () => {
    const list = `/portal/${slug}/earlier-documents`;
    await page.goto(list);
    await follow(page, "Erase what is still stored of it");
    expect(await heading(page)).toBe("Propose to erase an earlier document");
    await see(page, "erase");
    await press(page, "Propose to erase it");
    expect(await flash(page)).toContain("Erasure proposed. A second person must confirm it.");
    await follow(page, "Erase what is still stored of it");
    expect(await main(page)).toContain("A second person is needed");
    const chair = await open(partnership.chair);
    await chair.goto(list);
    await follow(chair, "Erase what is still stored of it");
    expect(await main(chair)).toContain(`${partnership.businessManager.name} proposed on`);
    await see(chair, "erase-confirm");
    await press(chair, "Erase it for good");
    expect(await flash(chair)).toContain("What was stored of the entry is erased.");
    expect(await main(chair)).toContain("What was stored of it was erased for good on");
    await chair.context().close();
    expect(await portal.database.sql`select 1 from publication.bodies b join publication.publications p on p.id = b.publication_id where p.slug = ${slug} and p.kind = 'archive' and b.format = 'file' and b.body is not null`).toHaveLength(0);
  });

  test("an administrator can take one off, from the partnership's page", async () => {
    const administrator = await open(await addPerson(portal.database.sql, `Admin ${slug}`, { administrator: true }));
    await administrator.goto(`/admin/partnerships/${slug}`);
    await see(administrator, "administrator");
    await follow(administrator, "Take “Our arrangements 2019” off the earlier documents");
    await administrator.getByLabel("The reason the public will read").fill("A detail about a person was published by mistake.");
    await press(administrator, "Take it off the list now");
    expect(await flash(administrator)).toContain("The entry is off the public list.");
    expect(await main(administrator)).not.toContain("Our arrangements 2019");
    await administrator.context().close();
  });
});
