import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type TestAccount, phoneCode, setPassword, testPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { heading } from "#tests/support/on-page.ts";
import { addPartnership, addReadyDraft, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { changeDraft, freezeDraft, signedInPage } from "#tests/support/signing.ts";

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

const sql = () => portal.database.sql;

async function fillSigning(page: Page, account: TestAccount, stepsAhead = 0): Promise<void> {
  await page.getByLabel(/^I have read these arrangements and agree to them/).check();
  await page.getByLabel(/^I understand that my signature/).check();
  await confirm(page, account, stepsAhead);
}

async function confirm(page: Page, account: TestAccount, stepsAhead = 0): Promise<void> {
  await page.getByLabel("Your password").fill(testPassword);
  await page.getByLabel("Code from your authenticator app").fill(await phoneCode(sql(), account, stepsAhead));
}

describe("signing", () => {
  let partnership: TestPartnership;
  let leads: TestAccount[];
  let manager: TestAccount;
  const home = () => `/portal/${partnership.slug}`;
  const see = (page: Page, name: string) => expectAccessible(page, name);
  const open = (person: TestAccount) => signedInPage(browser, portal.origin, person);

  beforeAll(async () => {
    partnership = await addPartnership(sql(), "alderwick", ["local-authority", "icb", "icb", "police"]);
    await addReadyDraft(sql(), partnership.id, partnership.businessManager.personId);
    leads = await Promise.all(partnership.seats.map((seat) => setPassword(sql(), seat.lead)));
    manager = await setPassword(sql(), partnership.businessManager);
    await freezeDraft(sql(), partnership);
  });

  const lead = (at: number): TestAccount => {
    const account = leads[at];
    if (!account) throw new Error("no such lead");
    return account;
  };

  async function goHome(account: TestAccount): Promise<Page> {
    const page = await open(account);
    await page.goto(home());
    return page;
  }

  async function signFromHome(account: TestAccount, version: number): Promise<Page> {
    const page = await open(account);
    await page.goto(home());
    await page.getByRole("link", { name: `Sign the arrangements, version ${String(version)}` }).click();
    await fillSigning(page, account);
    await page.getByRole("button", { name: `Sign version ${String(version)}` }).click();
    expect(await heading(page)).toBe(`You signed version ${String(version)}`);
    return page;
  }

  test("a lead signs: errors beside the fields, then a reference", async () => {
    const page = await open(lead(0));
    await page.goto(home());
    await see(page, "home-lead");
    await page.getByRole("link", { name: "Sign the arrangements, version 1" }).click();
    expect(await heading(page)).toBe("Sign the arrangements, version 1");
    await see(page, "sign");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);

    await page.getByRole("button", { name: "Sign version 1" }).click();
    expect(await page.getByRole("alert").getByRole("link").allInnerTexts()).toEqual([expect.stringContaining("read"), expect.stringContaining("understand"), "Enter your password", "Enter the code from your authenticator app"]);
    await see(page, "sign-errors");

    await fillSigning(page, lead(0));
    await page.getByLabel("Your password").fill("not my password");
    await page.getByRole("button", { name: "Sign version 1" }).click();
    expect(await page.getByRole("alert").innerText()).toContain("The password is not right");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(2);
    expect(await page.getByLabel("Your password").inputValue()).toBe("");

    await confirm(page, lead(0));
    await page.getByRole("button", { name: "Sign version 1" }).click();
    expect(await heading(page)).toBe("You signed version 1");
    expect(await page.getByRole("main").innerText()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    await see(page, "signed");
    await page.goto(page.url().replace("/signed/", "/sign/"));
    expect(await heading(page)).toBe("This seat has already signed");
    await see(page, "already-signed");
  });

  test("another lead declines with a reason, and the manager is asked to answer it", async () => {
    const page = await open(lead(1));
    await page.goto(home());
    await page.getByRole("link", { name: "Sign the arrangements, version 1" }).click();
    await page.getByRole("link", { name: "Decline or ask for changes" }).click();
    await page.getByRole("button", { name: "Decline version 1" }).click();
    await see(page, "decline-error");
    await page.getByLabel("Your reason, or what must change").fill("The section on education is out of date.\n\nSay who meets whom, and how often.");
    await page.getByRole("button", { name: "Decline version 1" }).click();
    expect(await page.getByRole("main").innerText()).toContain("The section on education is out of date.");
    await see(page, "declined");

    const managers = await open(manager);
    await managers.goto(home());
    await see(managers, "home-manager-declined");
    await managers.getByRole("link", { name: "Answer why version 1 of the arrangements was declined" }).click();
    expect(await heading(managers)).toBe("Arrangements, version 1");
    expect(await managers.getByRole("main").innerText()).toContain("Say who meets whom");
  });

  test("the next version is compared with the one before, signed by four and published", async () => {
    await changeDraft(sql(), partnership.id, { position: 3, body: "We do this together with every school, and say here how.\n\n- Heads meet us each term.", note: "Education is now up to date." });
    await freezeDraft(sql(), partnership);
    const first = await open(lead(0));
    await first.goto(home());
    await first.getByRole("link", { name: "Sign the arrangements, version 2" }).click();
    await see(first, "sign-second-version");
    await first.getByRole("link", { name: "see the differences" }).click();
    expect(await first.locator("ins").first().innerText()).toContain("insertion");
    await see(first, "changes");
    await first.goBack();
    await first.getByRole("link", { name: "Full text" }).first().click();
    await see(first, "text");

    for (const at of [0, 1, 2]) {
      // A code of the phone is good once; the first lead used theirs to sign version 1.
      if (at === 0) await sql()`update access.accounts set totp_last_step = -1 where person_id = ${lead(0).personId}`;
      await signFromHome(lead(at), 2);
    }
    const managers = await open(manager);
    await managers.goto(`${home()}/arrangements/versions/2`);
    await see(managers, "version-awaiting");
    expect(await managers.getByRole("link", { name: /Publish/ }).count()).toBe(0);
    const early = await managers.request.post(`${home()}/arrangements/versions/2/publish`, { form: { submission: crypto.randomUUID() }, headers: { Origin: portal.origin } });
    expect(early.status()).toBe(409);
    expect(await early.text()).toContain(partnership.seats[3]?.organisation ?? "none");
    await managers.goto(`${home()}/arrangements/versions/2/publish`);
    expect(await heading(managers)).toBe("Not every seat has signed");
    await see(managers, "publish-too-early");

    const last = await signFromHome(lead(3), 2);
    await see(last, "signed-last");
    await managers.goto(home());
    await see(managers, "home-manager-approved");
    await sql()`update access.sessions set confirmed_at = null where person_id = ${manager.personId}`;
    await managers.getByRole("link", { name: "Publish the arrangements, version 2" }).click();
    expect(await heading(managers)).toBe("Confirm who you are");
    await confirm(managers, manager);
    await managers.getByRole("button", { name: "Continue" }).click();
    expect(await heading(managers)).toBe("Check before you publish version 2");
    await see(managers, "publish");
    await managers.getByRole("button", { name: "Publish version 2" }).click();
    await see(managers, "published");
    expect(await managers.getByRole("main").innerText()).toContain("Version 2 is published");
    await managers.getByRole("link", { name: "See the public page" }).click();
    expect(new URL(managers.url()).pathname).toBe(`/partnerships/${partnership.slug}/arrangements/versions/2`);
  });

  test("the list, the activity and an empty home", async () => {
    await see(await goHome(lead(0)), "home-vacancy");
    const page = await goHome(await setPassword(sql(), partnership.scrutineer));
    await see(page, "home-empty");
    expect(await page.getByRole("main").innerText()).toContain("Nothing needs you. Next:");
    await page.getByRole("link", { name: "All activity" }).click();
    expect(await page.getByRole("main").innerText()).toContain("none was changed or taken out");
    await see(page, "activity");
    await page.goto(`${home()}/arrangements/versions`);
    await see(page, "versions");
    await page.getByRole("link", { name: "Version 1", exact: true }).click();
    expect(await page.getByRole("main").innerText()).toContain("Declined by");
  });
});
