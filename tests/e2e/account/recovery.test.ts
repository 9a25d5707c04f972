import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { totpCode } from "#app/auth/totp.server.ts";
import { phoneCode, secretPathSent, setPassword, type TestAccount, testPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership, addPerson, addSession, type TestPartnership, type TestPerson } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
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

const sql = () => portal.database.sql;
const newPassword = "quarry lamp herring";

describe("an account that is lost, found and looked after", () => {
  let page: Page;
  let partnership: TestPartnership;
  let person: TestAccount;
  let count = 0;
  beforeEach(async () => {
    await sql()`delete from access.attempts`;
    page = await (await browser.newContext({ baseURL: portal.origin })).newPage();
    partnership = await addPartnership(sql(), `alderwick-${String((count += 1))}`);
    person = await setPassword(sql(), partnership.delegate);
  });
  afterEach(async () => {
    await page.context().close();
  });

  const seen = (name: string, on = page) => expectAccessible(on, name);
  const heading = (on = page) => on.getByRole("heading", { level: 1 }).innerText();
  const main = (on = page) => on.getByRole("main").innerText();
  const press = (name: string, on = page) => on.getByRole("main").getByRole("button", { name }).click();
  const follow = (name: string | RegExp, on = page) => on.getByRole("main").getByRole("link", { name }).click();
  const enter = async (email: string, password: string) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(password);
    await press("Sign in");
  };
  const enrol = async () => {
    const key = (await page.locator("#setup-key").innerText()).replaceAll(" ", "");
    const [clock] = await sql()<{ now: Date }[]>`select access.clock() as now`;
    await page.getByLabel("Code from your authenticator app").fill(totpCode(key, clock?.now ?? new Date()));
    await press("Finish and sign in");
    expect(await heading()).toBe("Keep your recovery codes");
    return page.locator(".recovery-codes .hash").allInnerTexts();
  };

  test("a forgotten password: a link by e-mail, a new password, and the same phone", async () => {
    await page.goto("/sign-in");
    await follow("Forgot your password, or lost your phone?");
    await seen("help");
    await press("Send the link");
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Enter your e-mail address");
    await seen("help-wrong");
    await page.getByLabel("E-mail address").fill("nobody@nowhere.example");
    await press("Send the link");
    const unknown = await main();
    expect(await heading()).toBe("Look in your e-mail");
    await seen("help-asked");
    await page.goto("/sign-in/help");
    await page.getByLabel("E-mail address").fill(person.email);
    await press("Send the link");
    expect(await main()).toBe(unknown);

    const path = (await secretPathSent(sql(), person.personId, "password-reset")) ?? "";
    for (let at = 0; at < 10; at += 1) expect((await fetch(portal.origin + path)).status).toBe(200);
    await page.goto(path);
    await seen("reset");
    await page.getByLabel("New password").fill(newPassword);
    await page.getByLabel("Type the password again").fill("something else");
    await press("Change the password");
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("The two passwords are not the same");
    await seen("reset-wrong");
    await page.getByLabel("New password").fill(newPassword);
    await page.getByLabel("Type the password again").fill(newPassword);
    await press("Change the password");
    expect(await main()).toContain("Your password is changed");
    await seen("reset-done");
    await enter(person.email, newPassword);
    expect(await heading()).toBe("Enter your code");
    await page.goto(path);
    expect(await heading()).toBe("This link does not work any more");
    await seen("reset-used");
  });

  test("without the phone: a recovery code, then another app, which gives ten new codes", async () => {
    const signedIn = await signedInPage(browser, portal.origin, person);
    await signedIn.goto("/account");
    expect(await main(signedIn)).toContain("None left: make new ones");
    await signedIn.getByRole("link", { name: "See your recovery codes" }).click();
    await press("Make ten new codes", signedIn);
    expect(await heading(signedIn)).toBe("Keep your recovery codes");
    const [code = "", second = ""] = await signedIn.locator(".recovery-codes .hash").allInnerTexts();
    await signedIn.getByRole("button", { name: "I have kept them: continue" }).click();
    expect(await main(signedIn)).toContain("10 of 10 left");
    await seen("account", signedIn);
    await signedIn.context().close();

    await enter(person.email, testPassword);
    await follow("Use a recovery code instead");
    await seen("recovery-code");
    await page.getByLabel("Recovery code").fill("0000-0000-0000");
    await press("Continue");
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("The recovery code is not right, or it has been used");
    await seen("recovery-code-wrong");
    await page.getByLabel("Recovery code").fill(code.toLowerCase());
    await press("Continue");
    expect(new URL(page.url()).pathname).toMatch(/^\/portal/);
    await page.goto("/account");
    expect(await main()).toContain("9 of 10 left");
    await page.getByRole("link", { name: "Change your authenticator app" }).click();
    await seen("authenticator");
    await press("Continue");
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("Enter your password");
    await seen("authenticator-wrong");
    await page.getByLabel("Your password").fill(testPassword);
    await page.getByLabel("Code from the app you have, or a recovery code").fill(second);
    await press("Continue");
    expect(await heading()).toBe("Set up your authenticator app");
    expect(await enrol()).toHaveLength(10);
  });

  test("phone and codes both lost: asked, proposed by one, confirmed by another, set up anew with the password", async () => {
    await enter(person.email, testPassword);
    await follow("Use a recovery code instead");
    await follow("Ask to set up your second factor anew");
    await seen("lost-phone");
    await press("Send the request");
    expect(await main()).toContain("Your request was sent to the business managers and chairs");
    await seen("lost-phone-asked");

    const open = async (by: TestPerson) => {
      const { token } = await addSession(sql(), by.personId);
      const theirs = await signedInPage(browser, portal.origin, { ...by, token });
      await theirs.goto(`/portal/${partnership.slug}/people`);
      await follow("Accounts and invitations", theirs);
      return theirs;
    };
    const manager = await open(partnership.businessManager);
    await seen("accounts", manager);
    await follow(/^Lost phone for Delegate Rowan/, manager);
    expect(await main(manager)).toContain("after the right password");
    await seen("factor-asked", manager);
    await press("Propose that they set it up anew", manager);
    expect(await manager.locator(".govuk-error-summary").innerText()).toContain("Say how you made sure who is asking");
    await seen("factor-propose-wrong", manager);
    await manager.getByLabel("How did you make sure it is them?").fill("Met her in the office today");
    await press("Propose that they set it up anew", manager);
    expect(await main(manager)).toContain("somebody else must confirm it");
    expect(await manager.getByRole("button", { name: "Confirm as the second person" }).count()).toBe(0);
    await seen("factor-proposed", manager);
    await manager.context().close();

    const chair = await open(partnership.chair);
    await follow(/^Lost phone for Delegate Rowan/, chair);
    await seen("factor-to-confirm", chair);
    await press("Confirm as the second person", chair);
    expect(await main(chair)).toContain("The link works until");
    await seen("factor-confirmed", chair);
    await chair.context().close();

    const own = await signedInPage(browser, portal.origin, person);
    await own.goto("/account");
    expect(await main(own)).toContain("A reset of your second factor is under way");
    await seen("account-reset", own);
    await own.context().close();

    const path = (await secretPathSent(sql(), person.personId, "factor-reset-link")) ?? "";
    await page.goto(path);
    await seen("factor-link");
    await page.getByLabel("Your password").fill("not the password");
    await press("Continue");
    expect(await page.locator(".govuk-error-summary").innerText()).toContain("The password is not right");
    await page.getByLabel("Your password").fill(testPassword);
    await press("Continue");
    expect(await enrol()).toHaveLength(10);
    await page.goto(path);
    expect(await heading()).toBe("This link does not work any more");
    await seen("factor-link-used");
  });

  test("where one is signed in: one place out, then everywhere, and a new password", async () => {
    const other = await addSession(sql(), person.personId);
    const here = await signedInPage(browser, portal.origin, person);
    await here.goto("/account/sessions");
    expect(await here.getByRole("row").count()).toBe(3);
    await seen("sessions", here);
    await here.getByRole("button", { name: /^Sign out A browser/ }).click();
    expect(await main(here)).toContain("That browser is signed out");
    expect(await here.getByRole("row").count()).toBe(2);
    expect((await fetch(`${portal.origin}/account`, { headers: { Cookie: `session=${other.token}` }, redirect: "manual" })).status).toBe(302);

    await here.goto("/account/password");
    await seen("password", here);
    await here.getByLabel("Your password").fill(testPassword);
    await here.getByLabel("Code from your authenticator app").fill(await phoneCode(sql(), person));
    await here.getByLabel("New password").fill(newPassword);
    await here.getByLabel("Type the password again").fill(newPassword);
    await press("Change the password", here);
    expect(await main(here)).toContain("Your password is changed");
    await here.goto("/account/sessions");
    await follow("Sign out everywhere", here);
    await seen("sessions-end", here);
    await press("Sign out everywhere", here);
    expect(await main(here)).toContain("You are signed out everywhere");
    await here.goto("/account");
    expect(await heading(here)).toBe("Sign in");
    await here.context().close();
  });

  test("an invitation is sent again, withdrawn, and refused where it does not hold", async () => {
    const administrator = await addPerson(sql(), "Marlow Quince", { administrator: true });
    const lead = partnership.seats[1]?.lead;
    if (!lead) throw new Error("no lead");
    const manager = await signedInPage(browser, portal.origin, partnership.businessManager);
    await manager.goto(`/portal/${partnership.slug}/people/accounts`);
    await follow(`Send an invitation for ${lead.name}`, manager);
    await seen("invite", manager);
    await press("Make the invitation", manager);
    expect(await main(manager)).toContain("Invited");
    const former = (await secretPathSent(sql(), lead.personId, "invitation")) ?? "";
    const admin = await signedInPage(browser, portal.origin, administrator);
    await admin.goto(`/portal/${partnership.slug}/people/accounts`);
    await follow(`Send a new invitation for ${lead.name}`, admin);
    await press("Make the invitation", admin);
    const url = await admin.locator("code").innerText();
    await seen("invite-handed-over", admin);
    await page.goto(former);
    expect(await heading()).toBe("There is a newer invitation");
    await seen("invitation-replaced");
    await manager.goto(new URL(url).pathname);
    expect(await heading(manager)).toBe("This invitation is for somebody else");
    await seen("invitation-forwarded", manager);
    await manager.goto(`/portal/${partnership.slug}/people/accounts`);
    await follow(`Withdraw the invitation for ${lead.name}`, manager);
    await seen("withdraw", manager);
    await press("Withdraw the invitation", manager);
    expect(await main(manager)).toContain("Invitation withdrawn");
    await seen("accounts-withdrawn", manager);
    await page.goto(new URL(url).pathname);
    expect(await heading()).toBe("This invitation was withdrawn");
    await admin.context().close();
    await manager.context().close();
  });
});
