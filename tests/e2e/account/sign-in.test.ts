import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { qrCode } from "#app/auth/qr-code.server.ts";
import { totpCode } from "#app/auth/totp.server.ts";
import { addAccount, addInvitation, phoneCode, setPassword, testPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { addPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";

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

describe.each([true, false])("with JavaScript %s", (javaScriptEnabled) => {
  let context: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
  });

  // axe itself is a script; without scripts the very same HTML was sent.
  const expectClean = async () => {
    if (javaScriptEnabled) await expectAccessible(page);
  };
  const expectLook = async (name: string) => {
    if (javaScriptEnabled) await expectAccessible(page, name);
  };
  const heading = () => page.getByRole("heading", { level: 1 }).innerText();
  const summary = () => page.locator(".govuk-error-summary").innerText();
  const press = (name: string) => page.getByRole("main").getByRole("button", { name }).click();
  const enter = async (email: string, password: string) => {
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(password);
    await press("Sign in");
  };
  const enterCode = async (code: string, button: string) => {
    await page.getByLabel("Code from your authenticator app").fill(code);
    await press(button);
  };

  test("password, then a wrong code, then the right one, then out again", async () => {
    const partnership = await addPartnership(sql(), javaScriptEnabled ? "alderwick" : "birchmere");
    const lead = partnership.seats[0]?.lead;
    if (!lead) throw new Error("no lead");
    const account = await setPassword(sql(), lead);

    await page.goto("/account");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await expectClean();
    await press("Sign in");
    expect(await summary()).toContain("Enter your e-mail address");
    await expect.poll(() => page.title()).toMatch(/^Error: Sign in/);
    await expectClean();
    await enter(account.email, "not the password at all");
    expect(await summary()).toContain("The e-mail address or password is not right");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(account.email);

    await enter(account.email, testPassword);
    expect(await heading()).toBe("Enter your code");
    await expectClean();
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("session");
    const right = await phoneCode(sql(), account);
    await enterCode(String((Number(right) + 1) % 1_000_000).padStart(6, "0"), "Continue");
    expect(await summary()).toContain("The code is not right");
    await expectClean();
    await enterCode(right, "Continue");
    expect(new URL(page.url()).pathname).toBe("/account");
    expect(await heading()).toBe("Your account");
    expect(await page.getByRole("main").innerText()).toContain("Chief Executive");
    expect(await page.getByRole("main").innerText()).toContain("On: a code from your authenticator app");
    await expectClean();
    const session = (await context.cookies()).find(({ name }) => name === "session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

    await press("Sign out");
    expect(await page.getByRole("main").innerText()).toContain("You have signed out");
    await page.goto("/account");
    expect(await heading()).toBe("Sign in");
  });

  test("an invitation leads to a password, an authenticator app, recovery codes and the account", async () => {
    const partnership = await addPartnership(sql(), javaScriptEnabled ? "cedarholt" : "damsonby");
    const seat = partnership.seats[0];
    if (!seat) throw new Error("no seat");
    const token = await addInvitation(sql(), seat.leadAppointmentId);
    for (const method of ["GET", "HEAD"]) {
      for (let at = 0; at < 50; at += 1) expect((await fetch(`${portal.origin}/invitations/${token}`, { method })).status).toBe(200);
    }
    await page.goto(`/invitations/${token}`);
    expect(await heading()).toBe("Set up your account");
    for (const said of [seat.lead.email, partnership.name, "Lead safeguarding partner", "Works once, until"]) expect(await page.getByRole("main").innerText()).toContain(said);
    await expectLook("invitation");
    const link = page.url();
    await page.getByLabel("Choose a password").fill("short");
    await press("Set password and continue");
    expect(await summary()).toContain("Password must be 12 characters or more");
    await expectLook("invitation-wrong");
    await page.getByLabel("Choose a password").fill(testPassword);
    await page.getByLabel("Type the password again").fill(testPassword);
    await press("Set password and continue");

    expect(await heading()).toBe("Set up your authenticator app");
    await expectLook("second-factor");
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("session");
    const key = (await page.locator("#setup-key").innerText()).replaceAll(" ", "");
    const address = new URL((await page.getByRole("link", { name: "open the app with this key" }).getAttribute("href")) ?? "");
    expect(address.protocol).toBe("otpauth:");
    expect(address.searchParams.get("secret")).toBe(key);
    const drawn = await page.getByRole("img", { name: "QR code that sets up an authenticator app" }).locator("path").getAttribute("d");
    expect(drawn).toBe(qrCode(address.href).path);
    await enterCode("000000", "Finish and sign in");
    expect(await summary()).toContain("The code is not right");
    expect((await page.locator("#setup-key").innerText()).replaceAll(" ", "")).toBe(key);
    const [clock] = await sql()<{ now: Date }[]>`select access.clock() as now`;
    await enterCode(totpCode(key, clock?.now ?? new Date()), "Finish and sign in");
    expect(await heading()).toBe("Keep your recovery codes");
    expect(await page.locator(".recovery-codes li").count()).toBe(10);
    await expectLook("recovery-codes-shown");
    await page.reload();
    expect(await heading()).toBe("Recovery codes");
    expect(await page.getByRole("main").innerText()).toContain("You have 10 left");
    await expectLook("recovery-codes");

    await page.goto("/account");
    expect(await heading()).toBe("Your account");
    await page.goto(link);
    expect(await heading()).toBe("This account has been set up");
    await expectLook("invitation-used");
    await page.goto(`/invitations/${"a".repeat(43)}`);
    expect(await heading()).toBe("This link is not a whole invitation");
    await expectLook("invitation-unknown");
  });

  test("confirming who you are, with everything wrong first", async () => {
    const account = await addAccount(sql(), "Ysolde Penhallow");
    await context.addCookies([{ name: "session", value: account.token, url: portal.origin }]);
    await page.goto("/account/confirm?next=/account");
    expect(await heading()).toBe("Confirm who you are");
    await expectClean();
    await press("Continue");
    expect(await summary()).toContain("Enter your password");
    await expectClean();
    await page.getByLabel("Your password").fill(testPassword);
    await enterCode("12", "Continue");
    expect(await summary()).toContain("The code is not right");
    await page.getByLabel("Your password").fill(testPassword);
    await enterCode(await phoneCode(sql(), account), "Continue");
    expect(new URL(page.url()).pathname).toBe("/account");
    const session = (await context.cookies()).find(({ name }) => name === "session");
    expect(session?.value).toHaveLength(43);
    expect(session?.value).not.toBe(account.token);
  });
});
