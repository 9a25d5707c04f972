import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { JobRunner } from "#db/job-runner.server.ts";
import { phoneCode, setPassword, testPassword } from "#tests/support/accounts.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, follow, main, press } from "#tests/support/on-page.ts";
import { impatient, startJobs } from "#tests/support/outbox.ts";
import { addSession, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { addPublicPartnership, publishArrangements } from "#tests/support/publication.ts";
import { comesDue } from "#tests/support/schedule.ts";
import { startMailServer, type TestMailServer } from "#tests/support/smtp.ts";
import * as word from "#tests/support/word.ts";

/**
 * The second version of a partnership's arrangements, by clicking alone: from a Word file, commented on and reviewed by a
 * delegated partner, frozen, signed while one lead retires and another takes their place, published at a set time, and
 * compared with its predecessor. Every message of it reaches a real mail server, once.
 */

let portal: TestPortal;
let browser: Browser;
let mail: TestMailServer;
let jobs: JobRunner & { problems: unknown[] };
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  mail = await startMailServer();
  await impatient(portal.database);
  jobs = await startJobs({ smtpUrl: mail.url, at: portal.origin });
});
afterAll(async () => {
  await jobs.stop(1_000);
  await mail.stop();
  await browser.close();
  await portal.stop();
});

describe("the next version", () => {
  const slug = "oakridge";
  let partnership: TestPartnership;
  let manager: Page;
  let successor: TestPerson;
  const pages: Page[] = [];
  const arrangements = `/portal/${slug}/arrangements`;

  /** Each page is a browser of its own, the identity just confirmed. */
  async function open(person: Pick<TestPerson, "personId"> | null, path: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: portal.origin });
    if (person) await context.addCookies([{ name: "session", value: (await addSession(portal.database.sql, person.personId)).token, url: portal.origin }]);
    const page = await context.newPage();
    pages.push(page);
    await page.goto(path);
    return page;
  }

  const lead = (at: number): TestPerson => {
    const found = partnership.seats[at]?.lead;
    if (!found) throw new Error("no lead");
    return found;
  };

  async function sign(person: TestPerson): Promise<Page> {
    const account = await setPassword(portal.database.sql, person);
    const page = await open(person, `/portal/${slug}`);
    await follow(page, "Sign the arrangements, version 2");
    await page.getByLabel(/^I have read these arrangements and agree to them/).check();
    await page.getByLabel(/^I understand that my signature/).check();
    await page.getByLabel("Your password").fill(testPassword);
    await page.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, account));
    await press(page, "Sign version 2");
    expect(await main(page)).toContain("You signed version 2");
    return page;
  }

  beforeAll(async () => {
    partnership = await addPublicPartnership(portal.database, slug);
    await publishArrangements(partnership);
  });
  afterAll(async () => {
    for (const page of pages) await page.context().close();
  });

  test("a business manager replaces the draft from a Word file", async () => {
    manager = await open(partnership.businessManager, arrangements);
    await follow(manager, "Replace from a Word file");
    const titles = await portal.database.sql<{ title: string }[]>`select title from portal.guidance_items where edition_id = 'working-together-2026' and document = 'arrangements' order by position`;
    const file = await word.wordFile(titles.flatMap(({ title }, index) => [word.heading(1, `${String(index + 1)}. ${title}`), word.words(`What we do about ${title.toLowerCase()}, agreed by all.`)]));
    await manager.getByLabel("Word document").setInputFiles({ name: "Arrangements 2027.docx", mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", buffer: file });
    await press(manager, "Read this file");
    expect(await main(manager)).toContain("Everything in the file came along.");
    expect(await main(manager)).not.toContain("No heading was matched");
    await press(manager, "Make these sections the draft");
    expect(await flash(manager)).toContain(`The draft now has ${String(titles.length)} sections from the Word file.`);
    await manager.goto(`${arrangements}/details`);
    await manager.getByLabel("What changed").fill("Written anew from our Word file, in plainer words.");
    await press(manager, /^Save/);
  });

  test("a delegated partner comments, and finds it ready once the comment is dealt with", async () => {
    const delegate = await open(partnership.delegate, arrangements);
    await follow(delegate, /^2\. /);
    await follow(delegate, "Comment on this section");
    await delegate.getByLabel("Your comment").fill("Say who does this at weekends.");
    await delegate.getByText("Ask somebody in particular").click();
    await delegate.getByLabel(partnership.businessManager.name).check();
    await press(delegate, "Add the comment");

    await manager.goto(arrangements);
    await follow(manager, /^2\. /);
    expect(await main(manager)).toContain("Say who does this at weekends.");
    await manager.getByLabel("Text", { exact: true }).fill("The duty manager does this at weekends.");
    await press(manager, "Save");
    await follow(manager, /^Reply or resolve/);
    await press(manager, "Resolve this comment");
    await manager.goto(`${arrangements}/review`);
    await press(manager, "Ask for a review");

    await delegate.goto(`${arrangements}/review`);
    await delegate.getByLabel("Ready to be frozen").check();
    await delegate.getByLabel("Your words").fill("Clear, and shorter.");
    await press(delegate, "Record my review");
    expect(await main(delegate)).toContain("Reviewed: this draft is ready to be frozen.");
  });

  test("it is frozen; one lead signs, another retires and is replaced, and the rest sign", async () => {
    await manager.goto(`${arrangements}/freeze`);
    await press(manager, "Freeze version 2 for signature");
    expect(await main(manager)).toContain(`Ready, said ${partnership.delegate.name}`);
    await sign(lead(0));

    const retiring = await open(lead(1), `/portal/${slug}/people`);
    await retiring.locator(`a[href$="/propose"]`).filter({ hasText: `for Chief Executive, ${partnership.seats[1]?.organisation ?? ""}` }).click();
    await retiring.getByLabel("Full name").fill("Bea Thornton");
    const email = `bea@${slug}.example`;
    await retiring.getByLabel("Work e-mail address").fill(email);
    await retiring.getByLabel("No", { exact: true }).check();
    const today = await portal.database.sql<{ parts: string[] }[]>`select string_to_array(to_char(access.today(), 'FMDD FMMM YYYY'), ' ') as parts`;
    const [day = "", month = "", year = ""] = today[0]?.parts ?? [];
    await fillDate(retiring, "startsOn", [day, month, year]);
    await retiring.getByLabel("Why", { exact: true }).fill("I retire.");
    await press(retiring, "Propose");
    await follow(retiring, /^Agree for /);
    await press(retiring, /^Agree for /);
    const other = await open(lead(2), `/portal/${slug}/people`);
    await follow(other, /^Agree or decline: Bea Thornton/);
    await follow(other, /^Agree for /);
    await press(other, /^Agree for /);
    expect(await main(other)).toContain("Agreed and appointed");
    expect((await retiring.goto(`/portal/${slug}`))?.status()).toBe(404);

    const [bea] = await portal.database.sql<{ id: string }[]>`select person_id as id from access.accounts where email = ${email}`;
    successor = { ...lead(1), personId: bea?.id ?? "", name: "Bea Thornton" };
    await sign(successor);
    const last = await sign(lead(2));
    expect(await main(last)).toContain("approved");
  });

  test("it is set for nine in the morning, publishes itself, and anybody compares it with its predecessor", async () => {
    const [tomorrow] = await portal.database.sql<{ parts: string[]; at: Date }[]>`
      select string_to_array(to_char(access.today() + 1, 'FMDD FMMM YYYY'), ' ') as parts, ((access.today() + 1) + time '09:00') at time zone 'Europe/London' as at`;
    const [day = "", month = "", year = ""] = tomorrow?.parts ?? [];
    manager = await open(partnership.businessManager, `${arrangements}/versions/2`);
    await follow(manager, "Publish it later, at a set time");
    await fillDate(manager, "date", [day, month, year]);
    await manager.getByLabel("Time").fill("9:00am");
    await press(manager, "Schedule version 2");
    expect(await flash(manager)).toContain("Version 2 publishes itself on");

    await comesDue(portal.database, tomorrow?.at);
    await expect.poll(async () => (await portal.database.sql`select from portal.versions where partnership_id = ${partnership.id} and number = 2 and status = 'published'`).length).toBe(1);
    const reader = await open(null, `/partnerships/${slug}/arrangements/compare/1/2`);
    const shown = await main(reader);
    expect(shown).toContain("agreed by all");
    expect(shown).toContain("The duty manager does this at weekends.");
    const [published] = await portal.database.sql<{ count: number }[]>`select count(*)::int as count from ledger.entries where partnership_id = ${partnership.id} and type = 'version.published'`;
    expect(published?.count).toBe(2);
  });

  test("every message of it reached the mail server, once", async () => {
    const waiting = () => portal.database.sql`select kind, status from portal.messages where partnership_id = ${partnership.id} and status = 'waiting'`;
    await expect.poll(waiting).toHaveLength(0);
    const written = await portal.database.sql<{ kind: string; email: string; status: string }[]>`
      select m.kind, a.email, m.status from portal.messages m join access.accounts a on a.person_id = m.person_id where m.partnership_id = ${partnership.id}`;
    const kinds = new Set(written.filter((row) => row.status === "sent").map((row) => row.kind));
    for (const kind of ["comment-mention", "proposal-made", "holder-appointed", "review-requested", "review-recorded", "version-frozen", "version-signed", "version-approved", "version-scheduled", "version-published", "invitation"]) expect([...kinds]).toContain(kind);
    const ids = mail.accepted.map((message) => message.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(jobs.problems).toEqual([]);
  });
});
