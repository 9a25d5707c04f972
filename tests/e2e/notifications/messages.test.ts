import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import { testPassword, phoneCode, setPassword } from "#tests/support/accounts.ts";
import { expectAccessible } from "#tests/support/axe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { impatient, rows, startJobs, write } from "#tests/support/outbox.ts";
import { addPartnership, addPerson, addReadyDraft, type TestPartnership } from "#tests/support/partnership.ts";
import { startPortal, type TestPortal } from "#tests/support/portal.ts";
import { changeDraft, freezeDraft, signedInPage } from "#tests/support/signing.ts";
import { startMailServer, type ReceivedMail, type TestMailServer } from "#tests/support/smtp.ts";

let portal: TestPortal;
let browser: Browser;
let mail: TestMailServer;
let partnership: TestPartnership;
beforeAll(async () => {
  portal = await startPortal();
  browser = await launchBrowser();
  mail = await startMailServer();
  await impatient(portal.database);
  partnership = await addPartnership(portal.database.sql, "alderwick");
  await addReadyDraft(portal.database.sql, partnership.id, partnership.businessManager.personId);
  const jobs = await startJobs({ smtpUrl: mail.url, at: portal.origin });
  return () => jobs.stop(1_000);
});
afterAll(async () => {
  await browser.close();
  await mail.stop();
  await portal.stop();
});

async function mailTo(person: { email: string }, subject: RegExp): Promise<ReceivedMail> {
  const found = () => mail.accepted.filter((each) => each.to === person.email && subject.test(each.subject));
  await expect.poll(() => found().length, { timeout: 15_000 }).toBe(1);
  const [one] = found();
  if (!one) throw new Error("no mail");
  return one;
}

function addressesIn({ text }: ReceivedMail): string[] {
  return text.match(/https?:\/\/\S+/g) ?? [];
}

test("from an e-mail to a signature, and everybody concerned is told", async () => {
  const [first, second] = partnership.seats;
  if (!first || !second) throw new Error("no seats");
  const account = await setPassword(portal.database.sql, first.lead);
  await freezeDraft(portal.database.sql, partnership);
  const asked = await mailTo(first.lead, /^Please read and sign: Arrangements version 1/);
  const [link = ""] = addressesIn(asked);
  expect(new URL(link).pathname).toBe("/portal/alderwick/arrangements/versions/1");
  expect(asked.text).not.toContain("We do this together");

  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("E-mail address").fill(first.lead.email);
  await page.getByLabel("Password", { exact: true }).fill(testPassword);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code from your authenticator app").fill(await phoneCode(portal.database.sql, account));
  await page.getByRole("main").getByRole("button").first().click();
  expect(page.url(), "from the link to the very version").toBe(link);
  await page.getByRole("main").getByRole("button", { name: `Sign for ${first.organisation}` }).click();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  if (await page.getByLabel("Your password").count()) await page.getByLabel("Your password").fill(testPassword);
  const code = page.getByLabel("Code from your authenticator app");
  if (await code.count()) await code.fill(await phoneCode(portal.database.sql, account, 1));
  await page.getByRole("main").getByRole("button", { name: /^Sign/ }).click();
  expect(await page.getByRole("main").innerText()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  await context.close();
  const progress = await mailTo(partnership.businessManager, /signed Arrangements version 1/);
  expect(progress.text).toContain(`Still to sign: ${second.organisation}`);

  await changeDraft(portal.database.sql, partnership.id, { position: 1, body: "Put otherwise.", note: "Put otherwise." });
  await freezeDraft(portal.database.sql, partnership);
  const replaced = await mailTo(first.lead, /^A newer version replaces the one you signed/);
  const reader = await signedInPage(browser, portal.origin, first.lead);
  await reader.goto(addressesIn(replaced)[0] ?? "");
  expect(await reader.getByRole("heading", { level: 1 }).innerText()).toBe("What changed since version 1");
  await reader.context().close();
  const subjects = mail.accepted.filter((each) => each.to === first.lead.email).map((each) => each.subject);
  expect(new Set(subjects).size, "each once").toBe(subjects.length);
});

test("the e-mail itself reads on a phone and is accessible", async () => {
  await write(partnership, partnership.chair, { name: "Delegate Rowan" });
  const { html } = await mailTo(partnership.chair, /leaves an office/);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.setContent(html);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await page.getByRole("link").count()).toBe(3);
  await expectAccessible(page, "e-mail");
  await context.close();
});

test("choosing how to be told", async () => {
  const { scrutineer } = partnership;
  const page = await signedInPage(browser, portal.origin, scrutineer);
  await page.goto("/account");
  await page.getByRole("link", { name: "Choose which messages you get" }).click();
  await expectAccessible(page, "messages-to-you");
  const publication = page.getByRole("group", { name: "Publication" });
  await publication.getByLabel("Once a day, together").check();
  await page.getByRole("group", { name: "Progress of signing" }).getByLabel("Not at all").check();
  await page.getByLabel("When the daily and the weekly e-mail are sent").selectOption({ label: "From 6pm" });
  await page.getByRole("button", { name: "Save" }).click();
  expect(await page.getByRole("main").innerText()).toContain("Your choices are saved.");
  expect(await publication.getByLabel("Once a day, together").isChecked()).toBe(true);
  expect(await page.getByLabel("When the daily and the weekly e-mail are sent").inputValue()).toBe("18");
  await expectAccessible(page, "messages-to-you-saved");
  await page.evaluate(() => document.querySelectorAll<HTMLInputElement>('[name="topic-signing"]').forEach((input) => (input.checked = false)));
  await page.getByRole("button", { name: "Save" }).click();
  expect(await page.locator(".govuk-error-summary").innerText()).toContain("Choose how you want to be told about: progress of signing");
  await expectAccessible(page, "messages-to-you-error");
  await page.context().close();
});

test("stopping at one click: a mail reader's, and one's own; opening the address changes nothing", async () => {
  const { delegate } = partnership;
  await portal.database.sql`delete from portal.message_preferences`;
  await write(partnership, delegate, { name: "Somebody Else" });
  const sent = await mailTo(delegate, /Somebody Else/);
  const address = sent.header("List-Unsubscribe").slice(1, -1);
  const chosen = async () => (await portal.database.sql`select topic, delivery from portal.message_preferences where person_id = ${delegate.personId}`).map((row) => ({ ...row }));

  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  for (let time = 0; time < 5; time += 1) await page.goto(address);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Stop messages about who holds which office?");
  await expectAccessible(page, "unsubscribe");
  expect(await chosen()).toEqual([]);

  const body = "List-Unsubscribe=One-Click";
  const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: "https://mail.example.test", "Sec-Fetch-Site": "cross-site" };
  expect((await fetch(`${address}x`, { method: "POST", headers, body })).status, "no such address").toBe(403);
  expect((await fetch(address.slice(0, -1) + (address.endsWith("A") ? "B" : "A"), { method: "POST", headers, body })).status, "somebody guesses").toBe(404);
  expect((await fetch(`${portal.origin}/account/messages`, { method: "POST", headers, body })).status, "no other address").toBe(403);
  expect(await chosen()).toEqual([]);
  expect((await fetch(address, { method: "POST", headers, body, redirect: "manual" })).status).toBe(200);
  expect(await chosen()).toEqual([{ topic: "offices", delivery: "off" }]);

  await portal.database.sql`delete from portal.message_preferences`;
  await page.getByRole("button", { name: "Stop them" }).click();
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Stopped");
  expect(await chosen()).toEqual([{ topic: "offices", delivery: "off" }]);
  await expectAccessible(page, "unsubscribed");
  expect((await page.goto("/unsubscribe/not-an-address"))?.status()).toBe(404);
  await expectAccessible(page, "unsubscribe-unknown");
  await context.close();

  await write(partnership, delegate, { name: "Nobody Now" });
  await expect.poll(async () => (await rows(portal.database, delegate)).at(-1)?.status, { timeout: 10_000 }).toBe("dropped");
});

test("messages that come back are shown to those who look after the people, and to an administrator", async () => {
  const [seat] = partnership.seats;
  if (!seat) throw new Error("no seat");
  mail.manners.recipient = (address) => (address === seat.lead.email ? 550 : null);
  onTestFinished(() => void delete mail.manners.recipient);
  await write(partnership, seat.lead, { name: "Never Read" });
  await expect.poll(async () => (await rows(portal.database, seat.lead)).at(-1)?.status, { timeout: 10_000 }).toBe("bounced");

  const page = await signedInPage(browser, portal.origin, partnership.businessManager);
  await page.goto("/portal/alderwick/people");
  expect(await page.getByRole("main").innerText()).toContain(`Messages to ${seat.lead.name} have come back`);
  await expectAccessible(page, "people-with-bounce");
  await page.context().close();

  const others = await signedInPage(browser, portal.origin, partnership.scrutineer);
  await others.goto("/portal/alderwick/people");
  expect(await others.getByRole("main").innerText()).not.toContain("have come back");
  await others.context().close();

  const administrator = await addPerson(portal.database.sql, "Ada Warden", { administrator: true });
  const admin = await signedInPage(browser, portal.origin, administrator);
  await admin.goto("/admin");
  expect(await admin.getByRole("main").innerText()).toMatch(/Came back: 1, the oldest of/);
  await expectAccessible(admin, "admin-outbox");
  await admin.goto("/admin/accounts");
  expect(await admin.getByRole("row", { name: seat.lead.name }).innerText()).toContain("Messages come back");
  await expectAccessible(admin, "admin-accounts");
  await admin.context().close();
});

test("none of the demonstration's page is there when this is no demonstration", async () => {
  const context = await browser.newContext({ baseURL: portal.origin });
  const page = await context.newPage();
  expect((await page.goto("/demo/messages"))?.status()).toBe(404);
  await expectAccessible(page);
  await context.close();
});
