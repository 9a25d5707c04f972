import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { fillDate, flash, heading, main } from "#tests/support/on-page.ts";
import { impatient, startJobs } from "#tests/support/outbox.ts";
import { propose } from "#tests/support/agencies.ts";
import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { republishDirectory } from "#tests/support/publication.ts";
import { signedInPage } from "#tests/support/signing.ts";
import { startMailServer, type TestMailServer } from "#tests/support/smtp.ts";

/** From naming schools to their answers, through a real mail server, on pages without a script, an account or a cookie. */

let portal: TestPortal;
let browser: Browser;
let mail: TestMailServer;
let ours: TestPartnership;
let manager: Page;
let school: Page;

const notices = "/portal/alderwick/agencies/notices";
const summary = (page: Page) => page.getByRole("alert").innerText();

async function press(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("button", { name, exact: true }).click();
  await answered;
}

async function follow(page: Page, name: string | RegExp): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("main").getByRole("link", { name }).first().click();
  await answered;
}

/** The link in the newest letter to this address about this, once so many have come. */
async function linkTo(address: string, subject: RegExp, many = 1): Promise<string> {
  const found = () => mail.accepted.filter((each) => each.to === address && subject.test(each.subject));
  await expect.poll(() => found().length, { timeout: 15_000 }).toBe(many);
  return /https?:\/\/\S+/.exec(found().at(-1)?.text ?? "")?.[0] ?? "";
}

const otter = { legalName: "Otter Brook School", urn: 400_201 };

beforeAll(async () => {
  portal = await startPortal();
  await portal.database.setClock("2026-09-07T09:00:00Z");
  await impatient(portal.database);
  mail = await startMailServer({ recipient: (address) => (address.startsWith("gone@") ? 550 : null) });
  const jobs = await startJobs({ smtpUrl: mail.url, at: portal.origin });
  ours = await addPartnership(portal.database.sql, "alderwick");
  await republishDirectory(ours);
  browser = await launchBrowser();
  manager = await signedInPage(browser, portal.origin, ours.businessManager);
  school = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage();
  return () => jobs.stop(1_000);
});
afterAll(async () => {
  await browser.close();
  await mail.stop();
  await portal.stop();
});

describe("the business manager", () => {
  test("finds nobody to tell before anybody is named", async () => {
    await manager.goto(notices);
    expect(await main(manager)).toContain("No agency is named yet.");
    await expectAccessible(manager, "notices-empty");
  });

  test("names schools with and without an address, and sees whom nobody can tell", async () => {
    await propose(ours, { legalName: "Heron Hill School", urn: 400_200 }, { contactEmail: "office@heron.example", reason: "It teaches children who live here." });
    await propose(ours, otter, { reason: "It teaches children who live here." });
    await propose(ours, { legalName: "Wren Lane School", urn: 400_202 }, { reason: "It teaches children who live here." });
    await manager.goto("/portal/alderwick/agencies/name");
    await press(manager, "Name the agencies of the categories that are ticked");
    expect(await flash(manager)).toContain("3 agencies are named and published. 1 letter is on its way. 2 have nobody to tell");
    await follow(manager, "Acknowledgement");
    expect(await main(manager)).toContain("0 of 3 named agencies have acknowledged.");
    expect(await main(manager)).toMatch(/Nobody to tell\s+2/);
  });

  test("pastes addresses, is told which line is wrong, and sends the letters", async () => {
    await press(manager, "Fill in addresses");
    await expectAccessible(manager, "notices-addresses");
    await manager.getByLabel("Wren Lane School").fill("gone@");
    await press(manager, "Save these addresses");
    expect(await summary(manager)).toContain("Wren Lane School: enter an e-mail address in full");
    expect(await manager.getByLabel("Wren Lane School").inputValue()).toBe("gone@");
    await manager.getByLabel("Wren Lane School").fill("gone@wren.example");
    await press(manager, "Save these addresses");
    expect(await flash(manager)).toContain("1 address is added. Nobody is written to until you send the letters.");
    await press(manager, "Fill in addresses");
    await follow(manager, "paste many from a spreadsheet");
    await manager.getByLabel("One agency in each line").fill("URN\tE-mail\n400201\toffice@otter\n400999\tx@y.example");
    await press(manager, "Save these addresses");
    expect(await summary(manager)).toMatch(/Line 2: That is not an e-mail address[\s\S]*Line 3: No agency in the register has the number 400999/);
    await expectAccessible(manager, "notices-paste-errors");
    await manager.getByLabel("One agency in each line").fill("400201, office@otter.example");
    await press(manager, "Save these addresses");
    await press(manager, "Tell agencies");
    expect(await main(manager)).toContain("Still to be told: 2");
    await expectAccessible(manager, "notices-tell");
    await press(manager, "Send the letters");
    expect(await flash(manager)).toContain("2 letters are on their way.");
  });

  test("sees which e-mail came back, in the list, the register and on the agency's page, and sends it to the right place", async () => {
    const cameBack = async () => {
      await manager.goto(`${notices}?state=came-back`);
      return main(manager);
    };
    await expect.poll(cameBack, { timeout: 15_000 }).toMatch(/Wren Lane School[\s\S]*the mail server refused the address \(550 5\.1\.1\)/);
    await expectAccessible(manager, "notices-came-back");
    await manager.goto("/portal/alderwick/agencies?attention=came-back");
    await follow(manager, "Wren Lane School");
    expect(await main(manager)).toContain("The last e-mail did not arrive");
    await expectAccessible(manager, "notices-agency-came-back");
    await manager.goto("/portal/alderwick");
    expect(await main(manager)).toContain("Put right the address of 1 agency");
    await follow(manager, "Put right the address of 1 agency");
    await follow(manager, "Wren Lane School");
    await press(manager, "Change");
    await manager.getByLabel("E-mail for notices (optional)").fill("office@wren.example");
    await press(manager, "Save");
    await follow(manager, "send the letter again");
    await manager.getByLabel("This one").check();
    await press(manager, "Send them again");
    await linkTo("office@wren.example", /^Please acknowledge/);
  });
});

describe("a school, from its letter", () => {
  let link: string;

  test("reads what being named means without a script, a cookie or an account, and is told what it left out", async () => {
    link = await linkTo("office@heron.example", /^Please acknowledge that Heron Hill School is named/);
    const answer = await school.goto(link);
    expect(answer?.headers()).toMatchObject({ "referrer-policy": "strict-origin", "cache-control": "private, no-store" });
    expect(await school.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    expect(await school.locator("script").count()).toBe(0);
    expect(await school.context().cookies()).toEqual([]);
    expect(await heading(school)).toBe("Heron Hill School is named as a relevant agency");
    expect(await main(school)).toMatch(/section 16G[\s\S]*o•••@heron\.example/);
    expect(await main(school)).not.toContain("office@heron.example");
    await press(school, "Acknowledge");
    expect(await summary(school)).toMatch(/Enter your name[\s\S]*Enter your post[\s\S]*Tick the box/);
    const seen = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    await seen.goto(link);
    await expectAccessible(seen, "acknowledge");
  });

  test("acknowledges once: the page says so with a reference, and again whenever the link is opened", async () => {
    await school.getByLabel("Your name").fill("Jo Finch");
    await school.getByLabel("Your post").fill("Headteacher");
    await press(school, "Acknowledge");
    expect(await summary(school)).toContain("Tick the box");
    expect(await school.getByLabel("Your name").inputValue()).toBe("Jo Finch");
    await school.getByLabel("I have read what being named means").check();
    await press(school, "Acknowledge");
    expect(await heading(school)).toBe("Acknowledged");
    expect(await main(school)).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    const later = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    expect((await later.goto(link))?.status()).toBe(200);
    expect(await main(later)).toContain("Heron Hill School acknowledged on 7 September 2026, by its Headteacher");
    expect(await main(later)).not.toContain("Jo Finch");
    expect(await later.getByRole("button", { name: "Acknowledge" }).count()).toBe(0);
    await expectAccessible(later, "acknowledged");
    await manager.goto(`${notices}?q=heron`);
    await follow(manager, "Heron Hill School");
    expect(await main(manager)).toMatch(/By its link: Jo Finch, Headteacher\. Reference/);
    await expectAccessible(manager, "notices-agency-acknowledged");
  });

  test("corrects its details, which the business manager accepts before and after side by side", async () => {
    const other = await linkTo("office@otter.example", /^Please acknowledge/);
    await school.goto(other);
    await follow(school, "Correct your details");
    await school.getByLabel("Your name").fill("Sam Reed");
    await school.getByLabel("Your post").fill("School business manager");
    await press(school, "Send to the partnership");
    expect(await summary(school)).toContain("Change at least one of the details");
    await school.getByLabel("Legal name of your organisation").fill("Otter Brook Academy");
    await school.getByLabel("Who speaks for you").fill("Designated safeguarding lead");
    await press(school, "Send to the partnership");
    expect(await main(school)).toContain("Details to correct, 7 September 2026: somebody will decide, and write to you");

    await manager.goto("/portal/alderwick");
    await follow(manager, "Decide what 1 agency wrote back");
    expect(await main(manager)).toMatch(/Waiting for your decision[\s\S]*Otter Brook School/);
    await expectAccessible(manager, "notices");
    await follow(manager, "Otter Brook School");
    expect(await main(manager)).toMatch(/Otter Brook School\s+Otter Brook Academy/);
    await expectAccessible(manager, "notices-reply");
    await press(manager, "Accept");
    expect(await flash(manager)).toContain("Accepted, and the agency is told.");
    expect(await heading(manager)).toBe("Otter Brook Academy");
    await linkTo("office@otter.example", /^What became of what Otter Brook Academy wrote/);
    await school.goto("/partnerships/alderwick/agencies");
    expect(await main(school)).toContain("Otter Brook Academy");
    await school.goto(other);
    expect(await main(school)).toContain("The letter said “Otter Brook School”.");
  });

  test("asks for an account, and says that it is not the one that was meant; what is wrong is said", async () => {
    const other = await linkTo("office@otter.example", /^Please acknowledge/);
    const page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    await page.goto(`${other}/not-us`);
    await press(page, "Send to the partnership");
    expect(await summary(page)).toMatch(/Choose what is not right[\s\S]*Say what happened/);
    await expectAccessible(page, "acknowledge-not-us-errors");
    await page.getByLabel("We closed or merged").check();
    await page.getByLabel("What happened, or whom we may have meant").fill("NHS number 943 476 5919");
    await page.getByLabel("Your name").fill("Sam Reed");
    await page.getByLabel("Your post").fill("School business manager");
    await press(page, "Send to the partnership");
    expect(await summary(page)).toContain("certainly");
    await page.getByLabel("What happened, or whom we may have meant").fill("We merge next year.");
    await press(page, "Send to the partnership");
    await page.goto(`${other}/correct`);
    await expectAccessible(page, "acknowledge-correct");
    await page.goto(`${other}/account`);
    await page.getByLabel("Their name").fill("Kit Wade");
    await page.getByLabel("Their post").fill("Designated safeguarding lead");
    await page.getByLabel("Their work e-mail address").fill("kit.wade@otter.example");
    await page.getByLabel("Your name").fill("Sam Reed");
    await page.getByLabel("Your post").fill("School business manager");
    await expectAccessible(page, "acknowledge-account");
    await press(page, "Send to the partnership");

    await manager.goto(notices);
    await manager.getByRole("row", { name: /It closed or merged/ }).getByRole("link").click();
    await press(manager, "Set it aside");
    await manager.getByLabel("Why nothing is changed").fill("You are open until then.");
    await press(manager, "Set it aside");
    await manager.goto(notices);
    await manager.getByRole("row", { name: /An account is asked for/ }).getByRole("link").click();
    await expectAccessible(manager, "notices-reply-account");
    await press(manager, "Accept, and name them");
    expect(await heading(manager)).toBe("Name a representative");
    expect(await manager.getByLabel("Name of the agency or settings").inputValue()).toBe("Otter Brook Academy");
    expect(await manager.locator('[name="email"]').inputValue()).toBe("kit.wade@otter.example");
    expect(manager.url()).not.toContain("kit");
  });
});

describe("a link that works no more", () => {
  test("says why: a newer letter, withdrawn, cut short", async () => {
    const first = await linkTo("office@otter.example", /^Please acknowledge/);
    await manager.goto(`${notices}/tell?state=told`);
    await manager.getByLabel("Only those that are ticked").check();
    await manager.getByLabel("Otter Brook Academy").check();
    await press(manager, "Send them again");
    const second = await linkTo("office@otter.example", /^Please acknowledge/, 2);
    const page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    expect((await page.goto(first))?.status()).toBe(410);
    expect(await heading(page)).toBe("There is a newer letter");
    await expectAccessible(page, "acknowledge-replaced");

    await page.goto(second);
    await manager.goto("/portal/alderwick/agencies?q=otter");
    await follow(manager, "Otter Brook Academy");
    await press(manager, "Withdraw");
    await fillDate(manager, "on", ["7", "9", "2026"]);
    await manager.getByLabel("Why").fill("It merged with another school.");
    await press(manager, "Withdraw it");
    await page.getByLabel("Your name").fill("Sam Reed");
    await page.getByLabel("Your post").fill("Head");
    await page.getByLabel("I have read").check();
    await press(page, "Acknowledge");
    expect(await heading(page)).toBe("Your organisation is not named any more");
    expect((await page.goto(second))?.status()).toBe(410);
    await expectAccessible(page, "acknowledge-withdrawn");
    expect((await page.goto(`${second}/correct`))?.status()).toBe(410);
    expect((await page.goto(second.slice(0, -3)))?.status()).toBe(404);
    await expectAccessible(page, "acknowledge-cut-short");
    expect((await portal.database.sql`select 1 from portal.agency_acknowledgements`).length).toBe(1);
  });

  test("takes no form from another site", async () => {
    const link = await linkTo("office@wren.example", /^Please acknowledge/);
    const sent = await fetch(link, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://elsewhere.example" }, body: "name=Jo+Finch&post=Head&understood=yes" });
    expect(sent.status).toBe(403);
    expect((await portal.database.sql`select 1 from portal.agency_acknowledgements`).length).toBe(1);
  });
});
